/// How much is measured, and how often.
struct Effort {
  let isQuick: Bool
  let isLarge: Bool

  /// Repetitions of what takes moments.
  var repetitions: Int { isQuick ? 3 : 9 }
  /// Repetitions of what takes seconds.
  var slowRepetitions: Int { isQuick ? 3 : 5 }

  /// Small dumps in a tree.
  var dumpCount: Int { isQuick ? 1000 : 10_000 }

  /// Of the dumps that whole processes analyse.
  var shapes: [Shape] {
    let usual = [
      Shape(rows: 10_000, columns: 512), Shape(rows: 10_000, columns: 2048), Shape(rows: 1000, columns: 8192),
    ]
    let large = [Shape(rows: 50_000, columns: 2048), Shape(rows: 10_000, columns: 4096)]
    return usual + (isLarge ? large : [])
  }
}

/// N × D.
struct Shape: CustomStringConvertible {
  let rows: Int
  let columns: Int

  var description: String { "\(rows)x\(columns)" }
}
