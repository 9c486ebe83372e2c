import Glibc

extension Double {
  /// Three significant digits as people write them: `0.004`, `256`, `1e-06`.
  var shortText: String {
    guard isFinite, self != 0 else { return self == 0 ? "0" : "\(self)" }
    let exponent = Int(log10(abs(self)).rounded(.down))
    guard (-4...5).contains(exponent) else {
      let mantissa = (self / pow(10, Double(exponent)) * 100).rounded() / 100
      return "\(mantissa.withoutFraction)e\(exponent)"
    }
    let unit = pow(10, Double(2 - exponent))
    return ((self * unit).rounded() / unit).withoutFraction
  }

  /// Two decimals with the sign: `+0.61`.
  var coefficientText: String {
    let hundredths = Int((abs(self) * 100).rounded())
    return "\(self < 0 ? "−" : "+")\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private var withoutFraction: String { self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)" }
}
