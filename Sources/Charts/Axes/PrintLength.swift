/// A length on paper or on a screen, as somebody writes it: `8.5cm`, `85mm`, `3.3in`, `240pt`, `1200px`.
public struct PrintLength: Sendable, Hashable, CustomStringConvertible {
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case centimeters = "cm"
    case millimeters = "mm"
    case inches = "in"
    case points = "pt"
    case pixels = "px"
  }

  public var value: Double
  public var unit: Unit

  public init(_ value: Double, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// - Returns: nil for what is no positive finite number with a unit.
  public init?(_ text: String) {
    guard let unit = Unit.allCases.first(where: { text.hasSuffix($0.rawValue) }),
      let value = Double(text.dropLast(2).filter { $0 != " " }), value.isFinite, value > 0
    else { return nil }
    self.init(value, unit)
  }

  /// In points, 1/72 inch.
  ///
  /// - Parameter pixelsPerInch: what a pixel is.
  public func points(pixelsPerInch: Double) -> Double {
    switch unit {
    case .centimeters: value / 2.54 * 72
    case .millimeters: value / 25.4 * 72
    case .inches: value * 72
    case .points: value
    case .pixels: value / pixelsPerInch * 72
    }
  }

  public var description: String {
    let number = value == value.rounded() && value < 1e15 ? "\(Int(value))" : "\(value)"
    return number + unit.rawValue
  }
}
