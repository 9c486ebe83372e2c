/// Something that the user prefers: how it is called, written and changed, and where the model has it.
public struct SettingKey<Value: Sendable & Equatable>: Sendable {
  /// What Enter does on it in the list of settings.
  enum Change: Sendable {
    /// Goes on to the next of these values.
    case next(@Sendable (Model) -> [Value])
    /// Asks for one: what stands before the line, what it begins with, what is made of it, and what it has to be.
    case ask(String, @Sendable (Value) -> String, @Sendable (String) -> SettingValue?, demand: String)
    /// Does what a key does.
    case perform(Command)
  }

  public let name: String
  let title: String
  let help: String
  /// What the value has to be.
  let demand: String
  let codec: SettingCodec<Value>
  let path: WritableKeyPath<Model, Value> & Sendable
  let shown: @Sendable (Value) -> String
  let change: Change

  /// The setting with this value.
  public func callAsFunction(_ value: Value) -> Setting { Setting(key: key, value: codec.write(value)) }

  /// What a setting says; nil for another one.
  public func value(of setting: Setting) -> Value? { setting.key == key ? codec.read(setting.value) : nil }

  /// Whether it is a value of this setting.
  public func accepts(_ value: Value) -> Bool { codec.read(codec.write(value)) != nil }

  /// The same without its type.
  public var key: Setting.Key { Setting.Key(self) }
}
