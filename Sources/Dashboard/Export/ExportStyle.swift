public import Charts

/// How pictures are drawn, by settings.
public struct ExportStyle: Sendable, Equatable {
  public var width = PrintLength(17, .centimeters)
  /// In points.
  public var fontSize = 8.0
  /// The name of a theme; nil for that of the screen.
  public var theme: String? = "light"

  public init() {}
}
