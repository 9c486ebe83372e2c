import Charts
import Testing

@Suite("Ticks")
struct TickTests {
  /// Cells of a terminal: labels as wide as their characters.
  private func columns(_ length: Int) -> TickRoom {
    TickRoom(length: length, labelGap: 2, minorSpacing: 2, labelExtent: { $0.count })
  }

  private func rows(_ length: Int) -> TickRoom {
    TickRoom(length: length, labelGap: 1, minorSpacing: 2, labelExtent: { _ in 1 })
  }

  private func axis(_ kind: Scale.Kind, _ lower: Double, _ upper: Double, _ format: Axis.TickFormat) -> Axis {
    Axis(scale: Scale(kind, from: lower, to: upper), tickFormat: format)
  }

  private func labels(_ ticks: [Tick]) -> [String] { ticks.compactMap(\.label) }

  @Test("A wide rank axis is labelled 1, 2, 5, 10, 20, 50, 100, 200")
  func ranks() {
    let ticks = axis(.logarithmic, 1, 256, .integer).ticks(in: columns(74))
    #expect(labels(ticks) == ["1", "2", "5", "10", "20", "50", "100", "200"])
  }

  @Test("Every integer multiple of a decade has a mark at its data coordinate")
  func minorMarks() {
    let axis = axis(.logarithmic, 1, 256, .integer)
    let ticks = axis.ticks(in: columns(74))
    #expect(ticks.map(\.value) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200])
    #expect(ticks.filter(\.isMajor).map(\.value) == [1, 10, 100])
    for tick in ticks { #expect(tick.position == axis.scale.position(of: tick.value)) }
  }

  @Test("A value axis is labelled with powers of ten")
  func decades() {
    let ticks = axis(.logarithmic, 8e-4, 150, .powersOfTen).ticks(in: rows(20))
    #expect(labels(ticks) == ["10⁻³", "10⁻²", "10⁻¹", "1", "10", "10²"])
    #expect(ticks.map(\.value) == [0.001, 0.01, 0.1, 1, 10, 100])
  }

  @Test("As room gets scarce 2 loses its label first, then 5, and decades keep theirs")
  func roundness() {
    let axis = axis(.logarithmic, 1, 300, .integer)
    #expect(labels(axis.ticks(in: columns(40))) == ["1", "2", "5", "10", "20", "50", "100", "200"])
    #expect(labels(axis.ticks(in: columns(20))) == ["1", "5", "10", "100"])
    #expect(labels(axis.ticks(in: columns(13))) == ["1", "10", "100"])
  }

  @Test("Within one decade all multiples are labelled")
  func withinOneDecade() {
    #expect(
      labels(axis(.logarithmic, 0.2, 0.95, .powersOfTen).ticks(in: columns(70)))
        == ["0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9"])
    #expect(
      labels(axis(.logarithmic, 1, 9, .integer).ticks(in: columns(60)))
        == ["1", "2", "3", "4", "5", "6", "7", "8", "9"])
  }

  @Test("Zoomed in between two multiples, a logarithmic axis has round steps")
  func zoomed() {
    let axis = axis(.logarithmic, 11, 19, .integer)
    let ticks = axis.ticks(in: columns(60))
    #expect(labels(ticks) == ["11", "12", "13", "14", "15", "16", "17", "18", "19"])
    #expect(ticks.first { $0.value == 15 }?.position == axis.scale.position(of: 15))
  }

  @Test("Where decades crowd, every second, third or fifth is labelled")
  func manyDecades() {
    #expect(
      labels(axis(.logarithmic, 1e-12, 1, .powersOfTen).ticks(in: rows(13)))
        == ["10⁻¹²", "10⁻¹⁰", "10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "1"])
    #expect(
      labels(axis(.logarithmic, 1e-300, 1e300, .powersOfTen).ticks(in: columns(72)))
        == ["10⁻³⁰⁰", "10⁻²⁰⁰", "10⁻¹⁰⁰", "1", "10¹⁰⁰", "10²⁰⁰", "10³⁰⁰"])
  }

  @Test(
    "A linear axis has steps of 1, 2 or 5",
    arguments: [
      (0.8, 2.3, 75, ["0.8", "1.0", "1.2", "1.4", "1.6", "1.8", "2.0", "2.2"]),
      (0, 1, 40, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      (-1, 1, 30, ["-1.0", "-0.5", "0", "0.5", "1.0"]),
      (62, 84, 40, ["65", "70", "75", "80"]),
      (0, 30_000, 30, ["0", "10000", "20000", "30000"]),
    ])
  func linear(lower: Double, upper: Double, length: Int, expected: [String]) {
    #expect(labels(axis(.linear, lower, upper, .decimal).ticks(in: columns(length))) == expected)
  }

  @Test("A tick labelled 0.3 is the Double 0.3")
  func exactDecimals() {
    let ticks = axis(.linear, 0, 1, .decimal).ticks(in: columns(75))
    #expect(ticks.contains { $0.value == 0.3 && $0.label == "0.3" })
    #expect(ticks.contains { $0.value == 0.7 && $0.label == "0.7" })
  }

  @Test("An axis of whole numbers has no mark between them")
  func integers() {
    let ticks = axis(.linear, 0, 4, .integer).ticks(in: columns(70))
    #expect(ticks.map(\.value) == [0, 1, 2, 3, 4])
  }

  @Test("Labels never overlap", arguments: 1...120)
  func noOverlap(length: Int) throws {
    for axis in [
      axis(.logarithmic, 1, 2048, .integer), axis(.logarithmic, 3e-7, 2e3, .powersOfTen),
      axis(.linear, -0.37, 12.9, .decimal), axis(.logarithmic, 0.013, 0.08, .powersOfTen),
    ] {
      var end = -2
      for tick in axis.ticks(in: columns(length)) {
        guard let label = tick.label else { continue }
        let start = try #require(columns(length).labelStart(label, at: tick.position))
        #expect(start >= end + 2)
        end = start + label.count
      }
    }
  }

  @Test("No domain and no length is too strange for ticks")
  func anyDomain() {
    let bounds = [-Double.greatestFiniteMagnitude, -1, 0, .leastNonzeroMagnitude, 1e-300, 1, 1 + 1e-15, 1e18]
    for lower in bounds {
      for upper in bounds + [1e18 + 1024, .greatestFiniteMagnitude] {
        for kind in [Scale.Kind.linear, .logarithmic] {
          for format in [Axis.TickFormat.decimal, .integer, .powersOfTen] {
            for length in [0, 1, 30] {
              let ticks = axis(kind, lower, upper, format).ticks(in: columns(length))
              #expect(ticks.allSatisfy { (0...1).contains($0.position) })
              #expect(ticks.count <= 9 * 700)
            }
          }
        }
      }
    }
  }
}
