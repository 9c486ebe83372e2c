import Analysis
import Testing

@Suite("Codes of failures")
struct FailureCodeTests {
  @Test("They are the words that scripts rely on")
  func words() {
    #expect(
      AnalysisFailure.Code.allCases.map(\.rawValue).sorted() == [
        "badHeader", "changed", "constantFeatures", "empty", "featuresTooLarge", "incomplete", "interrupted",
        "missingInTraining", "missingShard", "noEigenvalues", "noFirstToken", "noLabels", "noTestRows", "notALabel",
        "notAnArray", "oneColumn", "oneObject", "oneRow", "repeatedShard", "tooFewAxes", "tooFewClasses",
        "tooFewTrainingRows", "tooLarge", "tooManyAxes", "tooMuchMemory", "truncated", "unequalCounts",
        "unequalFeatures", "unequalShards", "unequalViews", "unreadable", "unsupportedType",
      ])
  }
}
