import ChartCells
import DashboardFixtures
import Testing

@testable import Dashboard

@Suite("Anything in any order")
struct ChaosTests {
  @Test(
    "Ten thousand random keys, mouse events, sizes and updates neither trap nor draw outside of the buffer",
    arguments: [UInt64](1...4))
  func monkeys(seed: UInt64) {
    var session = RandomSession(seed: seed)
    for step in 0..<2_500 {
      session.act()
      guard step % 10 == 0 else { continue }
      let frame = session.frame(ChartCanvas.allCases[step / 10 % ChartCanvas.allCases.count])
      #expect(frame.isSound && frame.width == session.model.columns && frame.height == session.model.rows)
    }
  }
}
