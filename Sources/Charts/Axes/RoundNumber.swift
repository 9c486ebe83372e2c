import Glibc

/// A number with few digits, mantissa · 10^exponent, kept in decimal so that a tick at 0.3 is labelled `0.3`.
struct RoundNumber: Sendable, Hashable {
  var mantissa: Int
  var exponent: Int

  var value: Double {
    // 3 / 10 is the Double nearest to 0.3, 3 · 0.1 is not.
    exponent < 0 ? Double(mantissa) / pow(10, Double(-exponent)) : Double(mantissa) * pow(10, Double(exponent))
  }

  /// `0.05`, `1.0`, `2000`; very long numbers as a power of ten.
  var decimalText: String {
    if mantissa == 0 { return "0" }
    let sign = mantissa < 0 ? "-" : ""
    let digits = String(mantissa.magnitude)
    if exponent >= 0 {
      return digits.count + exponent <= 7 ? sign + digits + String(repeating: "0", count: exponent) : powerText
    }
    guard exponent >= -5 else { return powerText }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }

  /// `10⁻²`, `5·10⁻²`; `1`, `10` and their multiples as they are.
  var powerText: String {
    if exponent == 0 || mantissa == 0 { return String(mantissa) }
    if exponent == 1 { return String(mantissa) + "0" }
    let factor = mantissa == 1 ? "" : mantissa == -1 ? "-" : "\(mantissa)·"
    return factor + "10" + superscript(exponent)
  }

  private func superscript(_ number: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return (number < 0 ? "⁻" : "") + String(String(number.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] })
  }
}
