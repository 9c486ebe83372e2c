import Charts

/// A curve in one row of text: `▇▅▄▃▃▂▂▁▁`.
public struct Sparkline: Sendable {
  public var kind: Scale.Kind
  public var canvas: ChartCanvas

  public init(kind: Scale.Kind = .logarithmic, canvas: ChartCanvas = .braille) {
    self.kind = kind
    self.canvas = canvas
  }

  /// The values as at most `width` characters, from the lowest level at the least value to the highest at the greatest.
  ///
  /// Each character is the mean position of an equal share of the values; a blank where the share has none that the scale
  /// can show. Fewer values than columns take one column each.
  /// - Parameter scale: what all rows of a table share to be comparable; by default the one that fits these values.
  public func text(_ values: [Double], width: Int, scale: Scale? = nil) -> String {
    let columns = min(width, values.count)
    guard columns > 0 else { return "" }
    let scale = scale ?? Scale(kind, fitting: values)
    let levels = canvas == .ascii ? Self.asciiLevels : Self.levels
    return String(
      (0..<columns).map { column in
        let share = values[column * values.count / columns..<(column + 1) * values.count / columns]
        let positions = share.compactMap(scale.position)
        guard !positions.isEmpty else { return " " }
        let mean = positions.reduce(0, +) / Double(positions.count)
        return Scale.slot(min(max(mean, 0), 1), of: levels.count).map { levels[$0] } ?? " "
      })
  }

  private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let asciiLevels: [Character] = ["_", ".", ":", "-", "=", "+", "*", "#"]
}
