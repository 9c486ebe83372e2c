extension DumpFilter {
  /// Why a text is no filter.
  public struct SyntaxError: Error, Sendable, Hashable {
    /// Characters before the place that it is about.
    public let offset: Int
    /// For people, such as `there is no field alhpa; the nearest is alpha`.
    public let reason: String
  }
}
