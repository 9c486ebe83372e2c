/// A condition under which a dump calls for attention, such as `alpha > 2`: a quantity of its record, a comparison and a number.
///
/// `moved(alpha) > 0.3` is about how far the quantity is from that of the checkpoint before. A comparison with something that a
/// record does not have is false.
public struct AlertRule: Sendable, Hashable {
  /// How the quantity is compared.
  public enum Comparison: String, Sendable, CaseIterable {
    // Longer ones first: the shorter begin them.
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case greater = ">"
    case equal = "="

    func holds(_ value: Double, _ threshold: Double) -> Bool {
      switch self {
      case .atMost: value <= threshold
      case .atLeast: value >= threshold
      case .less: value < threshold
      case .greater: value > threshold
      case .equal: value == threshold
      }
    }
  }

  /// A measure, a property of the record, or a metric of the run's log.
  public let quantity: String
  /// Whether the difference to the checkpoint before is meant instead of the value.
  public let isMovement: Bool
  public let comparison: Comparison
  public let threshold: Double
  /// Whether the terminal's bell is rung when it begins to hold.
  public let ringsBell: Bool

  /// The rule that is there without being asked for: a representation of which almost nothing but one direction is left.
  public static let collapse = AlertRule(
    quantity: Measure.participationRatio.rawValue, isMovement: false, comparison: .less, threshold: 2, ringsBell: false)

  public init(
    quantity: String, isMovement: Bool, comparison: Comparison, threshold: Double, ringsBell: Bool
  ) {
    self.quantity = quantity
    self.isMovement = isMovement
    self.comparison = comparison
    self.threshold = threshold
    self.ringsBell = ringsBell
  }

  /// Reads a rule as people write it; nil where it is none.
  public init?(_ text: String, ringsBell: Bool = false) {
    for comparison in Comparison.allCases {
      guard let symbol = text.firstRange(of: comparison.rawValue) else { continue }
      var name = Self.trimmed(text[..<symbol.lowerBound])
      let isMovement = name.hasPrefix("moved(") && name.hasSuffix(")")
      if isMovement { name = Self.trimmed(name.dropFirst("moved(".count).dropLast()) }
      // The rest of a comparison that there is not, as in `alpha => 2`, is no part of a name.
      guard let end = name.last, end != "=", !name.contains(where: "<>".contains),
        let threshold = Double(Self.trimmed(text[symbol.upperBound...])), threshold.isFinite
      else {
        return nil
      }
      self.init(
        quantity: name, isMovement: isMovement, comparison: comparison, threshold: threshold, ringsBell: ringsBell)
      return
    }
    return nil
  }

  /// Whether it holds for a record, given the record of the checkpoint before, if there is one.
  public func holds(for record: AnalysisRecord, after previous: AnalysisRecord?) -> Bool {
    guard let value = record.quantity(named: quantity) else { return false }
    guard isMovement else { return comparison.holds(value, threshold) }
    guard let before = previous?.quantity(named: quantity) else { return false }
    return comparison.holds(abs(value - before), threshold)
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension AlertRule: CustomStringConvertible {
  /// The rule as it can be written: `moved(alpha) > 0.3`.
  public var description: String {
    let number = threshold == threshold.rounded() && abs(threshold) < 1e15 ? "\(Int(threshold))" : "\(threshold)"
    return "\(isMovement ? "moved(\(quantity))" : quantity) \(comparison.rawValue) \(number)"
  }
}
