import Analysis
import OrderedCollections
public import TerminalCells

extension Keymap {
  /// Why somebody does not get the keys that were asked for.
  public struct Objection: Sendable, Equatable {
    /// What they were asked for.
    public let name: String
    public let reason: String
  }

  /// The standard table with other keys. What cannot have the keys that are wanted for it keeps the standard ones: what shares one
  /// with something else that can be reached at the same time, unless the two share one in the standard table.
  ///
  /// - Parameter changes: keys by the names of what they are to do; none for what is to have no key. Ctrl-C always quits.
  public static func standard(with changes: [String: [KeyEvent]]) -> (keymap: Keymap, objections: [Objection]) {
    var (wanted, objections): ([String: [KeyEvent]], [Objection]) = ([:], [])
    for (name, keys) in changes {
      if let reason = standard.refusal(of: keys, for: name) {
        objections.append(Objection(name: name, reason: reason))
      } else {
        wanted[name] = Array(OrderedSet(name == quitName ? keys + [.control("c")] : keys))
      }
    }
    var keymap = standard.with(wanted)
    // What gets its standard keys back may take them from another that wanted them.
    while true {
      let refused = keymap.collisions.filter { wanted[$0.name] != nil }
      guard !refused.isEmpty else { break }
      for collision in refused where wanted.removeValue(forKey: collision.name) != nil {
        let reason = "\(collision.key) is also a key of \(collision.other); \(standard.remainder(of: collision.name))"
        objections.append(Objection(name: collision.name, reason: reason))
      }
      keymap = standard.with(wanted)
    }
    return (keymap, objections.sorted { $0.name < $1.name })
  }

  /// A key that means two things at the same time.
  struct Collision: Equatable {
    let key: KeyEvent
    let name: String
    let other: String
  }

  /// From both sides, without those that are so in the standard table.
  var collisions: [Collision] {
    let standing = Set(Self.standard.sharing.map { [$0.name, $0.other] })
    return sharing.filter { !standing.contains([$0.name, $0.other]) }
  }

  private var sharing: [Collision] {
    KeyBinding.Context.scopes.flatMap { scope in
      let bindings = bindings(in: scope)
      var owners: [KeyEvent: [String]] = [:]
      for binding in bindings { for key in binding.keys { owners[key, default: []].append(binding.name) } }
      return bindings.flatMap { binding in
        binding.keys.flatMap { key in
          (owners[key] ?? []).filter { $0 != binding.name }.map { Collision(key: key, name: binding.name, other: $0) }
        }
      }
    }
  }

  private static let quitName = "quit"

  private func with(_ changes: [String: [KeyEvent]]) -> Keymap {
    Keymap(
      bindings: bindings.map { binding in
        var binding = binding
        if let keys = changes[binding.name] { binding.keys = keys }
        return binding
      })
  }

  /// Why something cannot have these keys, whatever else there is.
  private func refusal(of keys: [KeyEvent], for name: String) -> String? {
    let named = bindings.filter { $0.name == name }
    guard !named.isEmpty else {
      let nearest = name.nearest(in: bindings.map(\.name)) ?? ""
      return "there is no such command; the nearest is \(nearest)"
    }
    if name != Self.quitName, keys.contains(.control("c")) { return "Ctrl-C always quits; \(remainder(of: name))" }
    if named.allSatisfy(\.context.takesText), let text = keys.first(where: \.isText) {
      return "\(text) is text there; \(remainder(of: name))"
    }
    return nil
  }

  private func remainder(of name: String) -> String {
    let keys = bindings.first { $0.name == name }?.keys ?? []
    return "it stays \(keys.map(\.description).joined(separator: ", "))"
  }
}

extension KeyEvent {
  fileprivate var isText: Bool { if case .character = self { true } else { false } }
}
