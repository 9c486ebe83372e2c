extension KeyEvent: LosslessStringConvertible {
  /// The key of a name as `description` gives it. Names of several characters may be in any case: `pgup`, `ctrl-d`.
  ///
  /// Nil for what names no key, and for what no terminal sends: Ctrl with H, I, J, M or [ are Backspace, Tab, Enter and Esc there,
  /// and Alt comes once.
  public init?(_ name: String) {
    if name.count == 1, let character = name.first {
      guard character.isPrintable else { return nil }
      self = .character(character)
      return
    }
    let lowercased = name.lowercased()
    if let key = Self.named.first(where: { $0.description.lowercased() == lowercased }) {
      self = key
    } else if lowercased.hasPrefix("ctrl-") {
      guard let character = Self.sentWithControl["\(lowercased.dropFirst(5))"] else { return nil }
      self = .control(character)
    } else if lowercased.hasPrefix("alt-") {
      // Looked at as written: Alt-X is not Alt-x.
      guard let key = KeyEvent("\(name.dropFirst(4))") else { return nil }
      if case .alt = key { return nil }
      self = .alt(key)
    } else {
      return nil
    }
  }

  private static let named: [KeyEvent] =
    [
      .character(" "), .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab,
      .backspace, .delete, .insert,
    ] + (1...63).map { .function($0) }

  /// The characters that Ctrl makes a key of its own, by their names.
  private static let sentWithControl: [String: Character] = {
    let characters = "abcdefgklnopqrstuvwxyz\\]^_".map { ("\($0)", $0) }
    return Dictionary(uniqueKeysWithValues: characters + [("space", " ")])
  }()
}

extension Character {
  /// Whether it has a shape, or is a space: all that is typed as text.
  fileprivate var isPrintable: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
      default: true
      }
    }
  }
}
