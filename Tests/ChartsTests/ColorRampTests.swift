import Charts
import Testing

@Suite("Colour ramps")
struct ColorRampTests {
  private let theme = Theme(
    name: "ramps", sequential: [0, 128, 255].map { ThemeColor(rgb: ThemeColor.RGB($0, $0, $0)) },
    diverging: [
      ThemeColor(rgb: ThemeColor.RGB(0, 0, 255)), ThemeColor(palette16: 7), ThemeColor(rgb: ThemeColor.RGB(255, 0, 0)),
    ])

  @Test("A ramp begins and ends with the colours of the theme and passes those between")
  func stops() {
    let ramp = theme.colors(of: .sequential, count: 33)
    #expect(ramp.first == ThemeColor.RGB(0, 0, 0))
    #expect(ramp[16] == ThemeColor.RGB(128, 128, 128))
    #expect(ramp.last == ThemeColor.RGB(255, 255, 255))
    #expect(zip(ramp, ramp.dropFirst()).allSatisfy { $0.relativeLuminance <= $1.relativeLuminance })
  }

  @Test("Halfway between blue and red is the mixture of Oklab: neither grey nor dark")
  func oklab() {
    // A reference value: the css colour `color-mix(in oklab, blue, red)`.
    #expect(theme.colors(of: .diverging, count: 3)[1] == ThemeColor.RGB(140, 83, 162))
  }

  @Test("A theme without exact colours has no ramp")
  func none() {
    #expect(Theme.monochrome.colors(of: .sequential, count: 5).isEmpty)
    #expect(theme.colors(of: .sequential, count: 0).isEmpty)
  }
}
