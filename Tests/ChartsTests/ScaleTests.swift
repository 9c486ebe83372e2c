import Charts
import Testing

@Suite("Scales")
struct ScaleTests {
  @Test("The ends of the domain stand at 0 and 1")
  func ends() {
    for scale in [Scale(.linear, from: -3, to: 5), Scale(.logarithmic, from: 1e-4, to: 100)] {
      #expect(scale.position(of: scale.lower) == 0)
      #expect(scale.position(of: scale.upper) == 1)
    }
  }

  @Test("Equal ratios are equal distances on a logarithmic scale")
  func ratios() {
    let scale = Scale(.logarithmic, from: 1, to: 100)
    #expect(scale.position(of: 10) == 0.5)
    #expect(scale.position(of: 1000) == 1.5)
    #expect(scale.position(of: 0.1) == -0.5)
  }

  @Test("A value has no position where its scale cannot show it")
  func unshowable() {
    for value in [0, -1, .nan, .infinity, -.infinity] as [Double] {
      #expect(Scale(.logarithmic, from: 1, to: 10).position(of: value) == nil)
    }
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(Scale(.linear, from: 1, to: 10).position(of: value) == nil)
    }
  }

  @Test("The value at a position stands at that position", arguments: [Scale.Kind.linear, .logarithmic])
  func roundTrip(kind: Scale.Kind) throws {
    let scale = Scale(kind, from: 3e-5, to: 700)
    for position in stride(from: -0.5, through: 1.5, by: 0.125) where kind.canShow(scale.value(at: position)) {
      #expect(abs(try #require(scale.position(of: scale.value(at: position))) - position) < 1e-12)
    }
  }

  @Test(
    "Any bounds give a domain that can be shown",
    arguments: [
      0, -0.0, 1, -1, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, 1e-300,
      .greatestFiniteMagnitude,
    ] as [Double])
  func anyBounds(bound: Double) {
    for kind in [Scale.Kind.linear, .logarithmic] {
      for other in [
        0, 1, -1, bound, -bound, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .nan,
      ] {
        let scale = Scale(kind, from: bound, to: other)
        #expect(scale.lower < scale.upper, "\(kind) \(bound) \(other)")
        #expect(scale.position(of: scale.upper) == 1, "\(kind) \(bound) \(other)")
      }
    }
  }

  @Test("A scale fitted to values spans those it can show, and a margin")
  func fitting() {
    let values = [10, 0, -5, .nan, 1000, .infinity]
    #expect(Scale(.logarithmic, fitting: values).domain == 10...1000)
    #expect(Scale(.linear, fitting: values).domain == -5...1000)
    let margin = Scale(.logarithmic, fitting: values, margin: 0.5)
    #expect(abs(margin.lower - 1) < 1e-12 && abs(margin.upper - 10_000) < 1e-8)
    #expect(Scale(.logarithmic, fitting: [] as [Double]).domain == 1...10)
  }
}
