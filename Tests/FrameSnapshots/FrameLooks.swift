public import TerminalCells

/// One frame in several looks as a text to commit: what is written, once, and how each look draws it.
///
/// ```
/// 8×2
/// │alpha 1│
/// ││
/// dark
/// a blue bold
/// 0: a5 -3
/// light
/// 0│alpha I│
/// ```
///
/// Below the name of a look are the rows that it writes otherwise than the first, the styles that it has with a letter for each, and for
/// rows (`2…5` for several alike) how many cells of which style come after one another. `-` is the plain style; rows of nothing else
/// are left out.
public struct FrameLooks {
  public typealias Look = (name: String, frame: CellBuffer)

  public let text: String

  /// All of one size.
  public init(_ looks: [Look]) {
    guard let first = looks.first?.frame else {
      text = ""
      return
    }
    let rows = 0..<first.height
    let written = rows.map { "│\(first.text(row: $0))│" }
    let sections = looks.flatMap { name, frame in
      let others = rows.filter { frame.text(row: $0) != first.text(row: $0) }.map { "\($0)│\(frame.text(row: $0))│" }
      return [name] + others + Self.styles(of: frame)
    }
    text = (["\(first.width)×\(first.height)"] + written + sections).joined(separator: "\n") + "\n"
  }

  private static func styles(of frame: CellBuffer) -> [String] {
    var letters: [Style: String] = [.plain: "-"]
    var key: [String] = []
    func letter(of style: Style) -> String {
      if let letter = letters[style] { return letter }
      let index = key.count
      // a…z, A…Z, then pairs.
      let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
      let letter =
        (index >= alphabet.count ? "\(alphabet[index / alphabet.count - 1])" : "")
        + "\(alphabet[index % alphabet.count])"
      letters[style] = letter
      key.append("\(letter) \(style)")
      return letter
    }
    let rows = (0..<frame.height).map { y in
      var runs: [(letter: String, length: Int)] = []
      for x in 0..<frame.width {
        let letter = letter(of: frame[x, y].style)
        if runs.last?.letter == letter { runs[runs.count - 1].length += 1 } else { runs.append((letter, 1)) }
      }
      return runs.map { "\($0.letter)\($0.length)" }.joined(separator: " ")
    }
    var lines: [String] = []
    var start = 0
    while start < rows.count {
      var end = start
      while end + 1 < rows.count, rows[end + 1] == rows[start] { end += 1 }
      if rows[start] != "-\(frame.width)" {
        lines.append("\(start)\(end > start ? "…\(end)" : ""): \(rows[start])")
      }
      start = end + 1
    }
    return key + lines
  }

  /// The text that was committed, `Snapshots/<name>.txt` beside the test's file. Where `EIGENTOP_RECORD_SNAPSHOTS` is set, this
  /// one is written first.
  public func committedText(_ name: String, testFile: String = #filePath) throws -> String {
    try FrameSnapshots.committedText(text, "Snapshots/\(name).txt", beside: testFile)
  }
}
