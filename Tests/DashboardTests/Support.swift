import Analysis
import ChartCells
import DashboardFixtures
import FrameSnapshots
import TerminalCells

@testable import Dashboard

extension SampleSweep {
  static func runID(_ name: String) -> RunID { RunID(root: "", name: name) }
}

extension Model {
  /// The screen as it would be drawn.
  func frame(canvas: ChartCanvas = .braille) -> CellBuffer {
    var buffer = CellBuffer(width: columns, height: rows)
    render(self, Appearance(theme: ResolvedTheme(.monochrome, depth: .none), canvas: canvas), into: &buffer)
    return buffer
  }

  mutating func typeText(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// The rows of the screen as text.
  func screenRows() -> [String] {
    let frame = frame()
    return (0..<frame.height).map { frame.text(row: $0) }
  }
}
