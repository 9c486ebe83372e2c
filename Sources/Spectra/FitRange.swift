/// Ranks of a spectrum, 1-based and closed: 11…100 are the first and the last fitted.
public struct FitRange: Sendable, Hashable {
  /// At least 1.
  public let first: Int
  /// Greater than `first`, and fitted too.
  public let last: Int

  /// No spectrum is longer; sums of ranks below it never overflow.
  public static let greatestRank = Int(Int32.max)

  /// Nil unless 1 ≤ first < last ≤ `greatestRank`.
  public init?(first: Int, last: Int) {
    guard first >= 1, first < last, last <= Self.greatestRank else { return nil }
    self.first = first
    self.last = last
  }

  private init(unchecked first: Int, _ last: Int) {
    self.first = first
    self.last = last
  }

  /// 11…100, what reptrix's `np.arange(10, 100)` selects from a 0-based array.
  public static let standard = FitRange(unchecked: 11, 100)
  /// The ranges of fastssl's acceptance rule, `np.arange(5, 50)` and so on.
  static let fastsslFirst = FitRange(unchecked: 6, 50)
  static let fastsslSecond = FitRange(unchecked: 6, 20)
  static let fastsslTransferFirst = FitRange(unchecked: 12, 50)
  static let fastsslTransferSecond = FitRange(unchecked: 12, 20)

  /// Number of ranks.
  public var count: Int { last - first + 1 }

  /// The part that a spectrum resolves, nil if that is fewer than `PowerLawFit.fewestRanks`.
  public func clamped(toResolvable rank: Int) -> FitRange? {
    guard let clamped = FitRange(first: first, last: min(last, rank)), clamped.count >= PowerLawFit.fewestRanks else {
      return nil
    }
    return clamped
  }
}

extension FitRange: LosslessStringConvertible {
  /// Reads `11...100`, `11..100`, `11…100`, and `11:100`.
  public init?(_ text: String) {
    guard let match = text.wholeMatch(of: /(\d+)(?:\.{2,3}|…|:)(\d+)/), let first = Int(match.1),
      let last = Int(match.2)
    else {
      return nil
    }
    self.init(first: first, last: last)
  }

  /// `11…100`.
  public var description: String { "\(first)…\(last)" }
}
