/// A page in the markup of man(7). What texts contain of markup appears as it is.
struct RoffText {
  private(set) var lines: [String] = []

  /// Lines of the source are to be no longer than this.
  private static let width = 78

  /// The page's title line. It has no date: the same program writes the same page.
  init(title: String, section: Int, source: String, manual: String) {
    macro("TH", title.uppercased(), "\(section)", "", source, manual)
  }

  mutating func section(_ title: String) { macro("SH", title.uppercased()) }

  mutating func subsection(_ title: String) { macro("SS", title) }

  mutating func paragraph(_ text: String) {
    beginParagraph()
    add(text)
  }

  mutating func paragraph(_ spans: Span...) {
    beginParagraph()
    lines.append(Self.guarded(spans.map(\.markup).joined()))
  }

  /// The first of a section is one already.
  private mutating func beginParagraph() {
    if lines.last?.hasPrefix(".S") != true { lines.append(".PP") }
  }

  /// A term with what it means, indented.
  mutating func entry(_ term: [Span], meaning: String) {
    lines += [".TP", Self.guarded(term.map(\.markup).joined())]
    add(meaning)
  }

  /// Lines as they are typed.
  mutating func example(_ text: [String]) {
    lines += [".RS 4", ".nf"] + text.map { Self.guarded(Self.escaped($0)) } + [".fi", ".RE"]
  }

  private mutating func macro(_ name: String, _ arguments: String...) {
    lines.append(".\(name) " + arguments.map { "\"\(Self.escaped($0))\"" }.joined(separator: " "))
  }

  /// Text, filled.
  private mutating func add(_ text: String) {
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace).map({ Self.escaped(String($0)) }) {
      if !line.isEmpty && line.count + 1 + word.count > Self.width {
        lines.append(Self.guarded(line))
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(Self.guarded(line)) }
  }

  /// A dot at the beginning would make a line a request.
  private static func guarded(_ line: String) -> String { line.hasPrefix(".") ? "\\&" + line : line }

  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      // A hyphen that can be searched for and copied; quotes and accents that are not made typographic.
      case "-": "\\-"
      case "'": "\\(aq"
      case "\"": "\\(dq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case _ where scalar.isASCII: String(scalar)
      default: "\\[u\(String(repeating: "0", count: max(0, 4 - scalar.hexadecimal.count)))\(scalar.hexadecimal)]"
      }
    }.joined()
  }
}

extension RoffText {
  /// A piece of a line in one font.
  enum Span {
    case plain(String)
    /// To be typed as it is.
    case literal(String)
    /// To be replaced.
    case variable(String)

    fileprivate var markup: String {
      switch self {
      case .plain(let text): RoffText.escaped(text)
      case .literal(let text): "\\fB\(RoffText.escaped(text))\\fR"
      case .variable(let text): "\\fI\(RoffText.escaped(text))\\fR"
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var hexadecimal: String { String(value, radix: 16, uppercase: true) }
}
