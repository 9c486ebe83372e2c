public import TerminalCells

/// A page of Markdown that shows frames in fenced blocks (between lines of ```` ```text ```` and ```` ``` ````).
public struct CapturesInText {
  /// The blocks in their order, line by line.
  public let captures: [[String]]
  private let lines: [String]

  public init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    captures = Self.blocks(of: lines).map { [lines] in Array(lines[$0]) }
  }

  /// What is written of a frame: its rows without trailing spaces.
  public static func lines(of frame: CellBuffer) -> [String] { (0..<frame.height).map { frame.text(row: $0) } }

  /// The page with other frames in the place of these; as it is where their number is another.
  public func replacing(with frames: [CellBuffer]) -> String {
    let blocks = Self.blocks(of: lines)
    var lines = lines
    if blocks.count == frames.count {
      for (block, frame) in zip(blocks, frames).reversed() { lines.replaceSubrange(block, with: Self.lines(of: frame)) }
    }
    return lines.joined(separator: "\n")
  }

  private static func blocks(of lines: [String]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start: Int?
    for (index, line) in lines.enumerated() {
      if line == "```text" {
        start = index + 1
      } else if line == "```", let first = start {
        blocks.append(first..<index)
        start = nil
      }
    }
    return blocks
  }
}
