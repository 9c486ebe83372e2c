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

  @Test("The value at a position stands at that position", arguments: Scale.Kind.allCases)
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
    for kind in Scale.Kind.allCases {
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

  @Test("A symmetric logarithmic scale is linear up to its threshold and logarithmic beyond, in both directions")
  func symmetric() throws {
    let scale = Scale(.symmetricLogarithmic, from: -100, to: 100, threshold: 1)
    func position(_ value: Double) throws -> Double { try #require(scale.position(of: value)) }
    #expect(try position(0) == 0.5)
    #expect(abs(try position(0.5) - 0.5 - (try position(1) - 0.5) / 2) < 1e-15)
    #expect(abs(try position(10) - (try position(1)) - (try position(100) - (try position(10)))) < 1e-15)
    for value in [0.3, 1, 7, 50] { #expect(abs(try position(value) + (try position(-value)) - 1) < 1e-15) }
    #expect(scale.position(of: .infinity) == nil)
    #expect(Scale.Kind.symmetricLogarithmic.canShow(0) && Scale.Kind.symmetricLogarithmic.canShow(-5))
  }

  @Test("The threshold is the decade of the value nearest to 0, but not of numerical dust")
  func threshold() {
    #expect(Scale(.symmetricLogarithmic, fitting: [-50, 0, 0.03, 200]).threshold == 0.01)
    #expect(Scale(.symmetricLogarithmic, fitting: [-1, 1e-17, 100]).threshold == 1e-6)
    #expect(Scale(.symmetricLogarithmic, from: -5, to: 1000).threshold == 1)
    #expect(Scale(.symmetricLogarithmic, from: -5, to: 1000, threshold: 0.02).threshold == 0.01)
    #expect(Scale(.linear, from: -5, to: 5, threshold: 1).threshold == 0)
  }

  @Test("Where a range ends that nothing can be shown of, the axis ends")
  func edges() {
    let scale = Scale(.logarithmic, from: 1, to: 100)
    #expect([-1, 0, 0.1, 1, 10, 1000, .infinity].map(scale.edge) == [0, 0, 0, 0, 0.5, 1, 1])
    #expect(scale.edge(at: .nan) == nil)
  }
}
