import Charts
import NumericalTesting
import Testing

@Suite("The crosshair")
struct CrosshairTests {
  /// Points in random order, some twice, some beside the plot area, some without a place.
  private func points(_ random: inout SeededGenerator, count: Int) -> [DataPoint] {
    (0..<count).map { _ in
      let x = Double(Int.random(in: -2...12, using: &random))
      let y = ([1, 5, 9, 0, -3, .nan, 20] as [Double]).randomElement(using: &random)
      return DataPoint(x: x, y: y ?? 1)
    }
  }

  private func chart(_ marks: [Mark]) -> Chart {
    Chart(
      xAxis: Axis(scale: Scale(.linear, from: 0, to: 10)), yAxis: Axis(scale: Scale(.logarithmic, from: 0.5, to: 10)),
      marks: marks)
  }

  private func visible(_ mark: Int, in chart: Chart) -> Set<Crosshair> {
    let points = chart.marks[mark].dataPoints
    return Set(
      points.indices.filter { chart.position(of: points[$0])?.isInside == true }.map {
        Crosshair(mark: mark, point: $0)
      })
  }

  @Test("Walking visits every visible point of a mark once, forth and back", arguments: 0..<50 as Range<UInt64>)
  func walk(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let data = points(&random, count: 60)
    let grid = HeatCells(
      xEdges: (0...6).map { Double($0) * 1.5 }, yEdges: [1, 3, 5, 9],
      values: data.prefix(18).map { $0.y.isNaN ? nil : $0.x }, scale: Scale(.linear, from: 0, to: 10))
    let chart = chart([
      Mark(.points(data), role: .series(0), name: "a"), Mark(.cells(grid), role: .series(1), name: "b"),
    ])
    for mark in chart.marks.indices {
      let expected = visible(mark, in: chart)
      var crosshair = try #require(expected.first)
      for _ in 0..<100 { crosshair = chart.moved(crosshair, by: -1) }
      for step in [1, -1] {
        var visited = [crosshair]
        while true {
          let next = chart.moved(crosshair, by: step)
          if next == crosshair { break }
          visited.append(next)
          crosshair = next
        }
        #expect(visited.count == expected.count)
        #expect(Set(visited) == expected)
      }
    }
  }

  @Test("It is never anywhere but on a visible data point", arguments: 0..<20 as Range<UInt64>)
  func anywhere(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let marks = (0..<4).map { Mark(.points(points(&random, count: 20)), role: .series($0), name: "\($0)", z: $0 % 2) }
    let chart = chart(marks)
    let all = marks.indices.reduce(into: Set<Crosshair>()) { $0.formUnion(visible($1, in: chart)) }
    var crosshair = try #require(all.first)
    for _ in 0..<300 {
      let step = [1, -1, 3, -7, .max, .min].randomElement(using: &random) ?? 1
      switch Int.random(in: 0..<3, using: &random) {
      case 0: crosshair = chart.moved(crosshair, by: step)
      case 1: crosshair = chart.switched(crosshair, by: step)
      default:
        let place = UnitPoint(x: .random(in: 0...1, using: &random), y: .random(in: 0...1, using: &random))
        crosshair = try #require(chart.crosshair(nearest: place))
      }
      #expect(all.contains(crosshair))
    }
  }

  @Test("The nearest point is the nearest in cells, and that of the mark in front where two are as near")
  func nearest() {
    let near = [DataPoint(x: 5, y: 1), DataPoint(x: 6, y: 5)]
    let chart = chart([
      Mark(.points(near), role: .series(0), name: "behind"), Mark(.points(near), role: .series(1), name: "front", z: 1),
      Mark(.points([DataPoint(x: 5.2, y: 2)]), role: .fit),
    ])
    let place = UnitPoint(x: 0.6, y: 0.6)
    #expect(chart.crosshair(nearest: place) == Crosshair(mark: 1, point: 1))
    // Where rows are counted instead of heights, what is on the same row is nearer.
    #expect(chart.crosshair(nearest: UnitPoint(x: 0.9, y: 0.3), xStep: 1, yStep: 0.01) == Crosshair(mark: 1, point: 0))
  }

  @Test("Switching goes from mark to mark and around, past those without a name or out of sight")
  func switching() {
    func mark(_ ys: [Double], _ name: String?) -> Mark {
      Mark(.line(ys.enumerated().map { DataPoint(x: Double($0), y: $1) }), role: .series(0), name: name)
    }
    let chart = chart([
      mark([1, 1, 1], "one"), mark([2, 2, 2], nil), mark([-1, -1], "hidden"), mark([3, 3, 3, 3], "two"),
    ])
    let start = Crosshair(mark: 0, point: 2)
    #expect(chart.switched(start, by: 1) == Crosshair(mark: 3, point: 2))
    #expect(chart.switched(start, by: -1) == Crosshair(mark: 3, point: 2))
    #expect(chart.switched(start, by: 2) == start)
    #expect(chart.switched(Crosshair(mark: 9, point: 9), by: 1) == Crosshair(mark: 0, point: 0))
  }

  @Test("Alone, a mark is not switched away from")
  func alone() {
    let chart = chart([Mark(.points([1, 5, 9].map { DataPoint(x: 3, y: $0) }), role: .series(0), name: "one")])
    #expect(chart.switched(Crosshair(mark: 0, point: 2), by: 1) == Crosshair(mark: 0, point: 2))
  }

  @Test("The rows of heat cells are switched between downwards, within the column")
  func rows() {
    let cells = HeatCells(
      xEdges: [0, 2, 4, 6], yEdges: [1, 2, 4, 8], values: (0..<9).map { Double($0) },
      scale: Scale(.linear, from: 0, to: 9))
    let chart = chart([Mark(.cells(cells), role: .series(0), name: "α")])
    #expect(chart.switched(Crosshair(mark: 0, point: 7), by: 1) == Crosshair(mark: 0, point: 4))
    #expect(chart.switched(Crosshair(mark: 0, point: 1), by: -1) == Crosshair(mark: 0, point: 4))
    #expect(chart.moved(Crosshair(mark: 0, point: 4), by: 1) == Crosshair(mark: 0, point: 5))
  }

  @Test("A subject is found in the mark in front")
  func subject() {
    let points = (0..<3).map { DataPoint(x: Double($0), y: 1) }
    let chart = chart([
      Mark(.points(points), role: .series(0), name: "a", subjects: [4, 5, 6]),
      Mark(.points(points), role: .series(1), name: "b", subjects: [7, 6, 8], z: 1),
    ])
    #expect(chart.crosshair(on: 6) == Crosshair(mark: 1, point: 1))
    #expect(chart.crosshair(on: 4) == Crosshair(mark: 0, point: 0))
    #expect(chart.crosshair(on: 9) == nil)
  }

  @Test("Without data there is none, and one from another chart is no trap")
  func none() {
    let empty = chart([])
    let lost = Crosshair(mark: 3, point: 3)
    #expect(empty.crosshair(nearest: UnitPoint(x: 0, y: 0)) == nil)
    #expect(empty.moved(lost, by: 1) == lost)
    #expect(empty.switched(lost, by: 1) == lost)
    #expect(empty.point(at: lost) == nil)
  }
}
