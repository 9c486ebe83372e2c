import CAllocationCount
import ChartCells
import Dashboard
import DashboardFixtures
import TerminalCells

/// The dashboard without a terminal: a model and the buffer that its frames are drawn into.
struct DashboardFrame {
  static let columns = 200
  static let rows = 60

  var model: Model
  private var buffer = CellBuffer(width: columns, height: rows)
  private let appearance = Appearance(theme: ResolvedTheme(.monochrome, depth: .none))

  init(_ model: Model) { self.model = model }

  mutating func draw() { render(model, appearance, into: &buffer) }

  /// What a key takes until its frame can be sent to the terminal; effects are left to others.
  mutating func press(_ key: KeyEvent) {
    let before = buffer
    _ = update(&model, .key(key))
    draw()
    keep(buffer.difference(from: before).count)
  }

  /// Seconds that a frame takes over seconds that a copy of its cells takes.
  func overCopy(_ seconds: Double) -> Double { seconds / secondsToCopy }

  /// Allocations while a frame is drawn, for each of its cells.
  mutating func allocationsPerCell() -> Double {
    let before = eigentop_allocation_count()
    draw()
    return Double(eigentop_allocation_count() - before) / Double(Self.columns * Self.rows)
  }

  private var secondsToCopy: Double {
    let times = 100
    let all = seconds {
      for _ in 0..<times {
        var copy = buffer
        copy[0, 0] = .blank
        keep(copy[1, 1].isContinuation ? 1 : 0)
      }
    }
    return all / Double(times)
  }
}

/// What nobody uses would not be computed.
@inline(never)
private func keep(_ number: Int) {}
