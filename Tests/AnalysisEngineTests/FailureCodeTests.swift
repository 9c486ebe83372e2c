import Analysis
import TensorFiles
import Testing

@testable import AnalysisEngine

@Suite("Codes of failures")
struct FailureCodeTests {
  @Test("A record says what the reader of a file says, in the same word", arguments: TensorFileError.Code.allCases)
  func files(_ code: TensorFileError.Code) {
    #expect(AnalysisFailure.Code(code).rawValue == code.rawValue)
  }
}
