import OrderedCollections
public import TerminalCells

extension Keymap {
  /// What can be bound to other keys, as a list says it.
  public struct Entry: Sendable, Equatable {
    /// What the configuration calls it.
    public let name: String
    public let keys: [KeyEvent]
    /// The screens, or what else has to be there, for the keys to mean this.
    public var places: [String]
    public let meaning: String
  }

  /// Everything that can be bound, in the order of the table. What means something slightly else in other places has several.
  public var entries: [Entry] {
    struct Identity: Hashable {
      let name: String
      let meaning: String
    }
    var entries: OrderedDictionary<Identity, Entry> = [:]
    for binding in bindings {
      let new = Entry(name: binding.name, keys: binding.keys, places: [], meaning: binding.help)
      entries[Identity(name: binding.name, meaning: binding.help), default: new].places.append(binding.context.title)
    }
    return Array(entries.values)
  }
}
