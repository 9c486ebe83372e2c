/// How a value of a setting stands in a file. What is not read back is no value of the setting: its bounds are here,
/// and nowhere else.
struct SettingCodec<Value: Sendable>: Sendable {
  let read: @Sendable (SettingValue) -> Value?
  let write: @Sendable (Value) -> SettingValue
}

extension SettingCodec where Value == String {
  static var text: Self { Self(read: \.text, write: { .text($0) }) }
}

extension SettingCodec where Value == Bool {
  static var flag: Self { Self(read: \.flag, write: { .flag($0) }) }
}

extension SettingCodec where Value == Double {
  static func number(where accepts: @escaping @Sendable (Double) -> Bool) -> Self {
    Self(read: { $0.number.flatMap { accepts($0) ? $0 : nil } }, write: { .number($0) })
  }
}

extension SettingCodec where Value == Int {
  static var count: Self { Self(read: { $0.whole.flatMap { $0 > 0 ? $0 : nil } }, write: { .whole($0) }) }
}

extension SettingCodec where Value: RawRepresentable, Value.RawValue == String {
  static var name: Self { Self(read: { $0.text.flatMap { Value(rawValue: $0) } }, write: { .text($0.rawValue) }) }
}

extension SettingCodec {
  /// Values that are written as they are shown.
  static func words(_ read: @escaping @Sendable (String) -> Value?, _ write: @escaping @Sendable (Value) -> String)
    -> Self
  {
    Self(read: { $0.text.flatMap(read) }, write: { .text(write($0)) })
  }

  /// The same values, and none, which has a name of its own.
  func orNone(named none: String) -> SettingCodec<Value?> {
    SettingCodec<Value?>(
      read: { value in value == .text(none) ? .some(nil) : read(value).map(Optional.some) },
      write: { $0.map(write) ?? .text(none) })
  }
}
