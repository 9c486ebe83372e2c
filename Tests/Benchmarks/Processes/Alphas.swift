import Foundation

/// The decay coefficients that a program printed: records of eigentop, or one number.
struct Alphas {
  let values: [Double]

  private struct Record: Decodable { let alpha: Double }

  struct Disagreement: Error, CustomStringConvertible {
    let description: String
  }

  init(in output: String) throws {
    if let value = Double(output.trimmingCharacters(in: .whitespacesAndNewlines)) {
      values = [value]
    } else {
      values = try JSONDecoder().decode([Record].self, from: Data(output.utf8)).map(\.alpha)
    }
  }

  /// Throws `Disagreement` unless these are as many as those, and the same but for a relative error.
  func requireAgreement(with others: Alphas, to tolerance: Double, between names: String) throws {
    let isSame =
      values.count == others.values.count
      && zip(values, others.values).allSatisfy { abs($0 - $1) <= tolerance * max(abs($0), abs($1)) }
    guard isSame else {
      throw Disagreement(description: "\(names): α is \(values) and \(others.values)")
    }
  }
}
