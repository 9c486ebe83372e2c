import Analysis
import ArgumentParser

/// Measures by name, separated by commas.
struct MeasureList: ExpressibleByArgument {
  var measures: Set<Measure>

  /// Those that need one pass over the features.
  static let onePass = MeasureList(measures: Measure.onePass)

  init(measures: Set<Measure>) { self.measures = measures }

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    let measures = names.compactMap { Measure(rawValue: String($0)) }
    guard measures.count == names.count else { return nil }
    self.measures = Set(measures)
  }

  var defaultValueDescription: String { "all that need one pass" }
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  static var allValueStrings: [String] { Measure.allCases.map(\.rawValue) }
}
