/// How pictures are drawn, where files go, and what was asked for last.
struct Exports: Sendable, Equatable {
  var style = ExportStyle()
  /// With a slash at its end; empty for the working directory.
  var folder = ""
  private(set) var last = ExportRequest.chart(.svg)

  mutating func propose(_ request: ExportRequest) { last = request }
}
