/// A value that a name gives to a setting.
package enum NameValue: Sendable, Hashable {
  case number(Double)
  case flag(Bool)
  /// Also lists, as they are written.
  case text(String)

  package var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}
