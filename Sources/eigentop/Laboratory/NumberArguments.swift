import ArgumentParser
import Spectra

/// α from one value to another: `0...3`, also `0..3`, `0:3`, or a single number.
struct AlphaRange: ExpressibleByArgument {
  let first: Double
  let last: Double

  init(first: Double, last: Double) {
    self.first = first
    self.last = last
  }

  init?(argument: String) {
    let number = #/\d+(?:\.\d+)?/#
    let separator = #/\.{2,3}|…|:/#
    let parts = argument.split(separator: separator, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.wholeMatch(of: number) != nil }),
      let first = Double(parts[0]), let last = Double(parts[parts.count - 1]), first <= last
    else { return nil }
    self.init(first: first, last: last)
  }

  var defaultValueDescription: String { "\(first)...\(last)" }

  /// So many values, evenly spaced, both ends among them; the one that there is where both are the same.
  func values(_ count: Int) throws -> [Double] {
    let decays = PowerLaw.decays
    guard decays.contains(first), decays.contains(last) else {
      throw ValidationError("--alpha takes numbers from \(decays.lowerBound) to \(decays.upperBound)")
    }
    guard first < last else { return [first] }
    guard (2...1000).contains(count) else { throw ValidationError("--points takes a number from 2 to 1000") }
    return PowerLaw.grid(from: first, to: last, count: count)
  }
}

/// Ascending whole numbers, separated by commas.
struct CountList: ExpressibleByArgument {
  let values: [Int]

  init(_ values: [Int]) { self.values = values }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let values = Set(parts.compactMap { Int($0) }).sorted()
    guard values.count == parts.count else { return nil }
    self.values = values
  }

  var defaultValueDescription: String { values.map(String.init).joined(separator: ",") }
}

/// Ranges of ranks, separated by commas.
struct FitRangeList: ExpressibleByArgument {
  let ranges: [FitRange]

  init() { ranges = [.standard] }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    ranges = parts.compactMap { FitRange(String($0)) }
    guard ranges.count == parts.count else { return nil }
  }

  var defaultValueDescription: String { ranges.map(\.defaultValueDescription).joined(separator: ",") }
}
