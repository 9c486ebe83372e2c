/// Why there is no simulation with these parameters.
public enum SimulationError: Error, Sendable, Equatable {
  /// The parameter of this name has a value that means nothing; `reason` says what it has to be.
  case invalid(parameter: String, reason: String)
  /// So many rows of so many features are more than `greatestElementCount` numbers.
  case tooLarge(rows: Int, features: Int)

  /// Numbers that the covariates of one draw may be, half a GiB of doubles.
  public static let greatestElementCount = 1 << 26
}

extension SimulationError: CustomStringConvertible {
  /// One sentence without a full stop, for people.
  public var description: String {
    switch self {
    case .invalid(let parameter, let reason): "\(parameter) \(reason)"
    case .tooLarge(let rows, let features):
      "\(rows) rows of \(features) features are too many: at most \(Self.greatestElementCount) numbers are drawn"
    }
  }
}

extension SimulationError {
  static func require(_ isValid: Bool, _ parameter: String, _ reason: String) throws(SimulationError) {
    guard isValid else { throw .invalid(parameter: parameter, reason: reason) }
  }

  static func requireRoom(rows: Int, features: Int) throws(SimulationError) {
    let (product, overflow) = rows.multipliedReportingOverflow(by: features)
    guard !overflow, product <= greatestElementCount else { throw .tooLarge(rows: rows, features: features) }
  }
}
