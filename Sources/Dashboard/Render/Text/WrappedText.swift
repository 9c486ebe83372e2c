import TerminalCells

/// Text in lines of at most a given width.
enum WrappedText {
  /// Broken at spaces; words wider than a line behind slashes, and what is wider still anywhere. Nothing of it is lost.
  static func words(_ text: String, width: Int) -> [String] {
    items(text.split(separator: " ").map(String.init), separator: " ", width: width)
  }

  /// Items with something between them, broken like words.
  static func items(_ items: [String], separator: String, width: Int) -> [String] {
    lines(of: items.flatMap { pieces(of: $0, width: width) }, separator: separator, width: width)
  }

  /// Phrases one after the other: a line is broken between them, and only within one that is wider than a line. Lines after the first are
  /// set in where there is room for that.
  static func phrases(_ phrases: [String], width: Int, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: width > 2 * indent ? indent : 0)
    let room = max(1, width - margin.count)
    return phrases.reduce(into: []) { lines, phrase in
      if let last = lines.last, last.displayWidth + 1 + phrase.displayWidth <= width {
        lines[lines.count - 1] += " " + phrase
        return
      }
      for line in words(phrase, width: lines.isEmpty && phrase.displayWidth <= width ? width : room) {
        lines.append((lines.isEmpty ? "" : margin) + line)
      }
    }
  }

  /// A path broken behind slashes; a name wider than a line loses its middle.
  static func path(_ path: String, width: Int) -> [String] {
    lines(of: components(of: path).map { shortened($0, to: width) }, separator: "", width: width)
  }

  /// A path in one line: where it is too wide, its file name behind as much of its beginning as there is room for.
  static func shortenedPath(_ path: String, to width: Int) -> String {
    let name = components(of: path).last.map { "/\($0)" } ?? ""
    let room = width - 1 - name.displayWidth
    guard path.displayWidth > width, room > 0 else { return shortened(path, to: width) }
    return prefix(path, of: room) + "…" + name
  }

  /// Both ends of a text that is too wide.
  static func shortened(_ text: String, to width: Int) -> String {
    guard text.displayWidth > width else { return text }
    guard width > 0 else { return "" }
    let end = prefix(text.reversed(), of: width / 2)
    return prefix(text, of: width - 1 - end.displayWidth) + "…" + end.reversed()
  }

  private static func prefix(_ text: some Sequence<Character>, of width: Int) -> String {
    var used = 0
    return String(
      text.prefix { character in
        used += character.displayWidth
        return used <= width
      })
  }

  /// `a/b/c` as `a/`, `b/`, `c`.
  private static func components(of path: String) -> [String] {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return (names.dropLast().map { "\($0)/" } + names.suffix(1).map(String.init)).filter { !$0.isEmpty }
  }

  /// An item wider than a line in parts that are not.
  private static func pieces(of item: String, width: Int) -> [String] {
    guard item.displayWidth > width, width > 1 else { return [item] }
    let parts = components(of: item).flatMap { component in
      sequence(state: component[...]) { rest -> String? in
        let piece = prefix(rest, of: width)
        rest = rest.dropFirst(max(1, piece.count))
        return piece.isEmpty ? nil : piece
      }
    }
    return lines(of: parts, separator: "", width: width)
  }

  private static func lines(of items: [String], separator: String, width: Int) -> [String] {
    var lines: [String] = []
    for item in items {
      if let last = lines.last, last.displayWidth + separator.displayWidth + item.displayWidth <= width {
        lines[lines.count - 1] += separator + item
      } else {
        lines.append(item)
      }
    }
    return lines
  }
}
