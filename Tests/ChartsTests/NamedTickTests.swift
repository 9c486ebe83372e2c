import Charts
import Testing

@Suite("Named values on an axis")
struct NamedTickTests {
  private func axis(_ names: [(Double, String)], to upper: Double = 10) -> Axis {
    Axis(scale: Scale(.linear, from: 0, to: upper), namedValues: names.map { NamedValue($0.0, $0.1) })
  }

  private func room(_ length: Int) -> TickRoom {
    TickRoom(length: length, labelGap: 1, minorSpacing: 2, labelExtent: { $0.count })
  }

  @Test("Each has its mark, and nothing else has")
  func marks() {
    let ticks = axis([(9, "last"), (0, "first"), (5, "middle"), (11, "beyond"), (.nan, "none")]).ticks(in: room(60))
    #expect(ticks.map(\.value) == [0, 5, 9])
    #expect(ticks.map(\.label) == ["first", "middle", "last"])
    #expect(ticks.map(\.position) == [0, 0.5, 0.9])
  }

  @Test("Of too many labels some are left out, the marks stay, and none overlap", arguments: 0...40)
  func thinned(length: Int) throws {
    let axis = axis((0...10).map { (Double($0), "block\($0)") })
    let room = room(length)
    let ticks = axis.ticks(in: room)
    #expect(ticks.count == (length == 0 ? 0 : 11))
    var end = -1
    for tick in ticks {
      guard let label = tick.label else { continue }
      let start = try #require(room.labelStart(label, at: tick.position))
      #expect(start > end)
      end = start + label.count
    }
    #expect(length < 6 || end > 0)
  }
}
