import Charts
import Testing

@Suite("Clipping")
struct ClippingTests {
  private func segment(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> UnitSegment {
    UnitSegment(from: UnitPoint(x: x0, y: y0), to: UnitPoint(x: x1, y: y1))
  }

  @Test("A segment inside stays as it is")
  func inside() {
    let inside = segment(0.1, 0.2, 0.9, 1)
    #expect(inside.clipped() == inside)
  }

  @Test("A segment that leaves ends at the edge with its slope")
  func leaving() {
    #expect(segment(0.5, 0.5, 1.5, 0.75).clipped() == segment(0.5, 0.5, 1, 0.625))
    #expect(segment(-1, -1, 2, 2).clipped() == segment(0, 0, 1, 1))
    #expect(segment(0.25, 2, 0.25, -1).clipped() == segment(0.25, 1, 0.25, 0))
  }

  @Test("A segment that passes a corner outside is gone")
  func outside() {
    #expect(segment(-1, 0.5, 0.4, 3).clipped() == nil)
    #expect(segment(0, 1.1, 1, 1.1).clipped() == nil)
    #expect(segment(2, 2, 3, 3).clipped() == nil)
  }

  @Test("A line through two points reaches both edges")
  func extended() {
    #expect(segment(0.25, 0.5, 0.5, 0.5).extendedToEdges() == segment(0, 0.5, 1, 0.5))
    #expect(segment(2, 2, 3, 3).extendedToEdges() == segment(0, 0, 1, 1))
    #expect(segment(0.5, 0.5, 0.5, 0.5).extendedToEdges() == nil)
  }

  @Test("Coordinates that overflow or are no numbers give nothing")
  func strange() {
    let huge = Double.greatestFiniteMagnitude
    #expect(segment(-huge, 0.5, huge, 0.5).clipped() == nil)
    #expect(segment(.nan, 0.5, 1, 0.5).clipped() == nil)
  }
}
