import ChartCells
import Charts
import NumericalTesting
import TerminalCells
import Testing

@Suite("Any mark in any frame")
struct AnyFrameTests {
  /// Every shape there is, with values of all kinds.
  private func marks(_ random: inout SeededGenerator) -> [Mark] {
    func value() -> Double {
      switch Int.random(in: 0..<12, using: &random) {
      case 0:
        [.nan, .infinity, -.infinity, 0, -0.0, .greatestFiniteMagnitude, .leastNonzeroMagnitude]
          .randomElement(using: &random) ?? 0
      case 1: -Double.random(in: 0...1e9, using: &random)
      default: Double.random(in: -3...13, using: &random)
      }
    }
    func range() -> ClosedRange<Double>? {
      let (a, b) = (value(), value())
      return a.isNaN || b.isNaN || Bool.random(using: &random) ? nil : min(a, b)...max(a, b)
    }
    func point() -> DataPoint { DataPoint(x: value(), y: value()) }
    let count = Int.random(in: 0...40, using: &random)
    let edges = Int.random(in: 0...8, using: &random)
    let xEdges = (0..<edges).map { _ in value() }
    let ascending = (0..<edges).map { Double($0) * 2 }
    let scale = Scale(Scale.Kind.allCases.randomElement(using: &random) ?? .linear, from: value(), to: value())
    let values = (0..<Int.random(in: 0...70, using: &random)).map { _ in Bool.random(using: &random) ? value() : nil }
    let cells = HeatCells(
      xEdges: Bool.random(using: &random) ? xEdges : ascending, yEdges: ascending, values: values,
      texts: ["", "12.5", "長い", "-"], scale: scale, ramp: .diverging, best: Int.random(in: -2...50, using: &random),
      xKind: .logarithmic, yKind: .symmetricLogarithmic)
    let shapes: [Mark.Shape] = [
      .line((0..<count).map { _ in point() }), .points((0..<count).map { _ in point() }),
      .errorBars((0..<count).map { _ in ErrorBar(point: point(), yRange: range(), xRange: range()) }),
      .area((0..<count).map { _ in AreaPoint(x: value(), low: value(), high: value()) }), .cells(cells),
      .bars((0..<count).map { _ in Bar(point: point(), xRange: range(), baseline: value()) }),
      .label(
        at: point(), ["", "a run", "名前", String(repeating: "long ", count: 50)].randomElement(using: &random) ?? ""),
      .lineThrough(point(), point()), .xBand(from: value(), to: value()), .yBand(from: value(), to: value()),
      .verticalRule(x: value()), .horizontalRule(y: value()),
    ]
    return shapes.shuffled(using: &random).enumerated().map {
      Mark($1, role: $0 % 3 == 0 ? .zone : .series($0), name: $0 % 2 == 0 ? "n" : nil, z: $0 % 4)
    }
  }

  @Test("No mark traps, none writes beside its frame, and ASCII stays ASCII", arguments: 0..<72 as Range<UInt64>)
  func draw(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let kinds = Scale.Kind.allCases
    let chart = Chart(
      title: "t", xAxis: Axis(title: "x", scale: Scale(kinds[Int(seed % 3)], from: 0.1, to: 10)),
      yAxis: Axis(title: "y", scale: Scale(kinds[Int(seed / 3 % 3)], from: 0.1, to: 10)), marks: marks(&random),
      colorBar: ColorBar(title: "α", scale: Scale(.logarithmic, from: 1, to: 1000)))
    let sizes = [(0, 0), (1, 1), (20, 5), (5, 20), (60, 20), (2, 1), (9, 4), (200, 60)]
    let (width, height) = sizes[Int(seed) % sizes.count]
    let depth = ColorDepth.allCases.randomElement(using: &random) ?? .none
    for canvas in ChartCanvas.allCases {
      let marked = Cell("!")
      var buffer = CellBuffer(width: width + 4, height: height + 4, filledWith: marked)
      let frame = Rect(x: 2, y: 2, width: width, height: height)
      ChartRenderer(theme: ResolvedTheme(exactColors, depth: depth), canvas: canvas)
        .render(chart, into: &buffer, in: frame)
      for y in 0..<buffer.height {
        for x in 0..<buffer.width {
          let isInside = !frame.intersection(Rect(x: x, y: y, width: 1, height: 1)).isEmpty
          if !isInside, buffer[x, y] != marked { Issue.record("wrote at \(x), \(y)") }
          if isInside, canvas == .ascii, !(buffer[x, y].character?.isASCII ?? false) { Issue.record("\(buffer[x, y])") }
        }
      }
    }
    _ = chart.crosshair(nearest: UnitPoint(x: 0.5, y: 0.5))
    var framing = ChartFraming(xKind: kinds.randomElement(using: &random))
    framing.zoom(by: 3, of: chart)
    _ = chart.framed(framing)
  }
}
