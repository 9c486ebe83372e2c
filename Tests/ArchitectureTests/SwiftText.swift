/// What can be read off a Swift file without compiling it.
struct SwiftText: Sendable {
  /// The lines, without comments.
  let code: [String]
  /// Modules that are imported, whatever the access, and also when only a submodule or a declaration is.
  let imports: Set<String>

  init(_ text: String) {
    code = Self.withoutComments(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // Most lines are told apart faster than by a pattern.
    imports = Set(
      code.filter { $0.contains("import ") }.compactMap { $0.prefixMatch(of: Self.importPattern).map { String($0.1) } })
  }

  private static var importPattern: Regex<(Substring, Substring)> {
    #/
      \s* (?: @\w+ (?: \( [^)]* \) )? \s+ )*
      (?: (?: public|package|internal|fileprivate|private ) \s+ )?
      import \s+
      (?: (?: struct|class|enum|protocol|typealias|func|let|var|actor ) \s+ )?
      (\w+)
    /#
  }

  /// The lines of code that contain a match, as `line 3: let a = b!`.
  func lines(matching pattern: Regex<Substring>) -> [String] {
    // Otherwise `a.b` is one word, as it is in prose.
    let pattern = pattern.wordBoundaryKind(.simple)
    return code.enumerated().filter { $1.contains(pattern) }.map { "line \($0 + 1): \($1)" }
  }

  /// The text with its line breaks, comments left out. What looks like a comment within a string literal stays.
  private static func withoutComments(_ text: String) -> String {
    let literalOrComment =
      /"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//
      .matchingSemantics(.unicodeScalar)
    return text.replacing(literalOrComment) { match in
      match.0.hasPrefix("/") ? match.0.filter { $0 == "\n" } : String(match.0)
    }
  }
}
