/// Why a file has no result.
public struct AnalysisFailure: Error, Sendable, Hashable {
  public var code: Code
  /// For people: the place in the file and the reason.
  public var message: String

  public init(code: Code, message: String) {
    self.code = code
    self.message = message
  }
}
