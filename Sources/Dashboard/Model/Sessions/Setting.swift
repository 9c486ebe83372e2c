/// Something that the user prefers, and that holds at the next start too.
public struct Setting: Sendable, Equatable {
  public let key: Key
  /// One that the key accepts.
  public let value: SettingValue

  init(key: Key, value: SettingValue) { (self.key, self.value) = (key, value) }

  /// - Returns: nil where the value is none of this setting.
  public init?(_ key: Key, _ value: SettingValue) {
    guard let setting = key.read(value) else { return nil }
    self = setting
  }

  public static let automaticTheme = "auto"

  /// A setting without the type of its values.
  public struct Key: Sendable, Hashable {
    public let name: String
    let title: String
    let help: String
    /// What the value has to be.
    public let demand: String
    /// What stands before the line that is typed, where one is.
    let question: String
    fileprivate let read: @Sendable (SettingValue) -> Setting?
    /// Makes a setting of this key hold.
    let adopt: @Sendable (Setting, inout Model) -> Void
    /// What it is now.
    let shown: @Sendable (Model) -> String
    /// Goes on to the next value, or asks for one.
    let change: @Sendable (inout Model) -> [Effect]
    /// What was typed, as a setting; nil where it is none.
    let typed: @Sendable (String) -> Setting?
    /// What has to be typed.
    let objection: String

    public static func == (a: Self, b: Self) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }
}

extension Setting.Key {
  init<Value>(_ key: SettingKey<Value>) {
    (name, title, help, demand) = (key.name, key.title, key.help, key.demand)
    @Sendable func made(_ value: SettingValue) -> Setting? { key.codec.read(value).map { key($0) } }
    read = made
    adopt = { setting, model in if let value = key.value(of: setting) { model[keyPath: key.path] = value } }
    shown = { key.shown($0[keyPath: key.path]) }
    switch key.change {
    case .next(let values):
      change = { model in model.keep(key(values(model).following(model[keyPath: key.path]))) }
    case .ask(_, let text, _, _):
      change = { model in
        model.input.ask(.setting(key.key), text: text(model[keyPath: key.path]))
        return []
      }
    case .perform(let command): change = { $0.perform(command) }
    }
    if case .ask(let question, _, let reading, let demand) = key.change {
      (self.question, objection) = (question, demand)
      typed = { text in reading(text).flatMap(made) }
    } else {
      (question, objection) = ("", "")
      typed = { _ in nil }
    }
  }
}
