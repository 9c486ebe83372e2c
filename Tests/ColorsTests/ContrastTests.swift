import Colors
import Testing

@Suite("Contrast of colours")
struct ContrastTests {
  @Test(
    "Text on a colour has the contrast that WCAG asks for",
    arguments: [(0, 0, 0), (255, 255, 255), (118, 118, 118), (200, 30, 30), (0, 90, 255)] as [(UInt8, UInt8, UInt8)])
  func contrast(red: UInt8, green: UInt8, blue: UInt8) {
    let color = RGBColor(red, green, blue)
    #expect(color.contrast(with: color.readableText) >= 4.5)
  }

  @Test("Black and white are 21 to 1 apart")
  func extremes() {
    #expect(RGBColor(0, 0, 0).contrast(with: RGBColor(255, 255, 255)) == 21)
  }
}
