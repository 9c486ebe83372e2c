/// The order people expect of numbered names: `epoch_2` before `epoch_10`.
///
/// Names are bytes. A run of digits counts as one number of any length; everything else compares byte by byte. Names
/// that differ only in leading zeros (`1`, `01`) fall back to their bytes, so that the order is total.
enum NaturalOrder {
  static func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    var restA = a[...]
    var restB = b[...]
    while let firstA = restA.first, let firstB = restB.first {
      if isDigit(firstA), isDigit(firstB) {
        let numberA = takeNumber(from: &restA)
        let numberB = takeNumber(from: &restB)
        if numberA.count != numberB.count { return numberA.count < numberB.count }
        if numberA != numberB { return numberA.lexicographicallyPrecedes(numberB) }
      } else {
        if firstA != firstB { return firstA < firstB }
        restA.removeFirst()
        restB.removeFirst()
      }
    }
    if restA.isEmpty != restB.isEmpty { return restA.isEmpty }
    return a.lexicographicallyPrecedes(b)
  }

  /// Removes the digits at the start of `name`; returns them without leading zeros, so that more digits means larger.
  private static func takeNumber(from name: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = name.prefix(while: isDigit)
    name = name[digits.endIndex...]
    return digits.drop { $0 == UInt8(ascii: "0") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
  }
}
