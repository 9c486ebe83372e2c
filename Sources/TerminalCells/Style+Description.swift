extension Color: CustomStringConvertible {
  /// `default`, a name for the eight basic colours (`bright` for the next eight), `palette 208`, `#ff8800`.
  public var description: String {
    switch self {
    case .terminalDefault: return "default"
    case .palette(let index):
      let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
      let entry = Int(index)
      return entry < 8 ? names[entry] : entry < 16 ? "bright " + names[entry - 8] : "palette \(entry)"
    case .rgb(let red, let green, let blue):
      return "#"
        + [red, green, blue].map {
          let digits = String($0, radix: 16)
          return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
  }
}

extension Style: CustomStringConvertible {
  /// Foreground, background and attributes, those that are not plain: `blue on #202020 bold underline`.
  public var description: String {
    var words: [String] = []
    if foreground != .terminalDefault { words.append(foreground.description) }
    if background != .terminalDefault { words.append("on \(background)") }
    if attributes.contains(.bold) { words.append("bold") }
    if attributes.contains(.dim) { words.append("dim") }
    if attributes.contains(.underline) { words.append("underline") }
    if attributes.contains(.reverse) { words.append("reverse") }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}
