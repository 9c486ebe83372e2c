/// Why a file has no result.
public struct AnalysisFailure: Error, Sendable, Hashable {
  /// For programs, such as `truncated` or `unsupportedType`.
  public var code: String
  /// For people: the place in the file and the reason.
  public var message: String

  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
