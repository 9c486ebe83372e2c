import Charts
import Glibc
import NumericalTesting
import Testing

@Suite("Ticks of random axes")
struct TickPropertyTests {
  /// Ranges of all magnitudes on both sides of 0, sometimes very narrow, on axes of random length.
  private func axis(_ random: inout SeededGenerator) -> Axis {
    let kind = Scale.Kind.allCases.randomElement(using: &random) ?? .linear
    let format = [Axis.TickFormat.decimal, .integer, .powersOfTen].randomElement(using: &random) ?? .decimal
    func bound() -> Double {
      let magnitude = pow(10, Double.random(in: -12...12, using: &random))
      return kind != .logarithmic && Bool.random(using: &random) ? -magnitude : magnitude
    }
    let first = bound()
    let second = Bool.random(using: &random) ? bound() : first * Double.random(in: 1.01...3, using: &random)
    var axis = Axis(scale: Scale(kind, from: first, to: second), tickFormat: format)
    if Int.random(in: 0..<5, using: &random) == 0 {
      axis.namedValues = (0..<Int.random(in: 1...30, using: &random)).map {
        NamedValue(axis.scale.value(at: .random(in: -0.1...1.1, using: &random)), String(repeating: "n", count: $0 % 9))
      }
    }
    return axis
  }

  @Test(
    "Every tick is in the cell of its value, its label over it, and no label touches another",
    arguments: 0..<400 as Range<UInt64>)
  func placed(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let axis = axis(&random)
    let room = TickRoom(
      length: .random(in: 1...200, using: &random), labelGap: .random(in: 0...2, using: &random), minorSpacing: 2,
      labelExtent: Bool.random(using: &random) ? { $0.count } : { _ in 1 })
    let ticks = axis.ticks(in: room)
    var end = -room.labelGap
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value <= $1.value && $0.position <= $1.position })
    for tick in ticks {
      let exact = try #require(axis.scale.position(of: tick.value))
      #expect(abs(tick.position - exact) <= 1e-9)
      let cell = try #require(Scale.slot(tick.position, of: room.length))
      #expect(abs(Double(cell) + 0.5 - exact * Double(room.length)) <= 0.5 + 1e-6)
      guard let label = tick.label else { continue }
      let start = try #require(room.labelStart(label, at: tick.position))
      let extent = room.labelExtent(label)
      #expect(start >= end + room.labelGap && start >= 0 && start + extent <= room.length)
      end = start + extent
      // Over its tick to half a cell, unless the end of the axis pushes it inwards.
      let isPushed = start == 0 || end == room.length
      let middle = Double(start) + Double(extent) / 2
      #expect(isPushed ? (start..<end).contains(cell) : abs(middle - Double(cell) - 0.5) <= 0.5)
    }
  }

  @Test("A label is the value of its tick", arguments: 0..<200 as Range<UInt64>)
  func labelled(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var axis = axis(&random)
    axis.namedValues = []
    let room = TickRoom(length: 80, labelGap: 2, minorSpacing: 2, labelExtent: { $0.count })
    for tick in axis.ticks(in: room) {
      guard let label = tick.label else { continue }
      let value = try #require(Self.number(label))
      #expect(abs(value - tick.value) <= 1e-9 * abs(tick.value))
    }
  }

  /// `-5·10⁻²`
  private static func number(_ label: String) -> Double? {
    let raised: [Character: Character] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
    ]
    let digits = label.filter { raised[$0] == nil }
    guard let power = Int(String(label.compactMap { raised[$0] })) else { return Double(label) }
    let mantissa = digits == "10" ? "1" : digits == "-10" ? "-1" : String(digits.dropLast("·10".count))
    return Double("\(mantissa)e\(power)")
  }

  @Test("A symmetric axis is marked at 0 and at decades in both directions")
  func symmetric() {
    let axis = Axis(
      scale: Scale(.symmetricLogarithmic, from: -1000, to: 1000, threshold: 1), tickFormat: .powersOfTen)
    let ticks = axis.ticks(in: TickRoom(length: 120, labelGap: 2, minorSpacing: 2, labelExtent: { $0.count }))
    #expect(ticks.filter(\.isMajor).map(\.label) == ["-10³", "-10²", "-10", "-1", "0", "1", "10", "10²", "10³"])
    #expect(ticks.contains { $0.value == -20 && !$0.isMajor })
    #expect(ticks.first { $0.value == 0 }?.position == 0.5)
  }
}
