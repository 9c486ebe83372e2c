import Analysis
import Charts
import Figures

extension Model {
  /// How much closer a key looks.
  private static let zoomFactor = 1.5
  /// The share of an axis that a key moves by.
  private static let panStep = 0.2

  /// Changes how the focused chart is looked at.
  mutating func frame(_ change: (inout ChartFraming, Chart) -> Void) {
    let (figures, pane) = (charts.figures, focusedPane)
    guard figures.indices.contains(pane.index) else { return }
    var framing = view.framings[pane] ?? ChartFraming()
    change(&framing, figures[pane.index].chart)
    view.framings[pane] = framing == ChartFraming() ? nil : framing
  }

  /// Looks closer, or from farther away, about the crosshair or the middle.
  mutating func zoom(closer: Bool) {
    let about = crosshairPosition?.x ?? 0.5
    frame { $0.zoom(by: closer ? Self.zoomFactor : 1 / Self.zoomFactor, about: about, of: $1) }
  }

  mutating func pan(x: Double = 0, y: Double = 0) {
    frame { $0.pan(x: x * Self.panStep, y: y * Self.panStep, of: $1) }
  }

  /// Shows all of the chart again.
  mutating func fitFraming() {
    frame { framing, _ in
      framing.x = nil
      framing.y = nil
    }
  }

  /// Turns axes of the focused chart from linear to logarithmic, and back.
  mutating func toggleLogarithmic(x: Bool, y: Bool) {
    frame { framing, chart in
      let shown = chart.framed(framing)
      if x {
        framing.xKind = shown.xAxis.scale.kind.other
        framing.x = nil
      }
      if y {
        framing.yKind = shown.yAxis.scale.kind.other
        framing.y = nil
      }
    }
  }

  /// Where the crosshair stands on its plot area.
  private var crosshairPosition: UnitPoint? {
    guard let crosshair = charts.crosshair, let chart = focusedFigure?.chart else { return nil }
    return chart.point(at: crosshair.place).flatMap(chart.position)
  }

  /// Puts the crosshair on the selected dump, or on what is nearest to the middle; takes it away where it is.
  mutating func toggleCrosshair() {
    guard charts.crosshair == nil, let figure = focusedFigure else { return charts.crosshair = nil }
    let onSelected = screen == .spectrum ? nil : selected.flatMap { figure.crosshair(on: $0.id) }
    let visible = onSelected.flatMap { place in
      figure.chart.point(at: place).flatMap(figure.chart.position)?.isInside == true ? place : nil
    }
    guard let place = visible ?? figure.chart.crosshair(nearest: UnitPoint(x: 0.5, y: 0.5)) else { return }
    charts.crosshair = CrosshairState(pane: focusedPane, place: place)
    selectUnderCrosshair()
  }

  mutating func moveCrosshair(along step: Int = 0, across series: Int = 0) {
    guard var moved = charts.crosshair, let chart = focusedFigure?.chart else { return }
    if step != 0 { moved.place = chart.moved(moved.place, by: step) }
    if series != 0 { moved.place = chart.switched(moved.place, by: series) }
    charts.crosshair = moved
    selectUnderCrosshair()
  }

  /// From here on the crosshair says how far it is from this point.
  mutating func setReference() {
    guard let place = charts.crosshair?.place else { return }
    let isSet = charts.crosshair?.reference == place
    charts.crosshair?.reference = isSet ? nil : place
  }

  /// A point and a row are the same dump everywhere. (A spectrum's points all belong to what is being looked at.)
  mutating func selectUnderCrosshair() {
    guard screen != .spectrum, let place = charts.crosshair?.place, let dump = focusedFigure?.dump(at: place) else {
      return
    }
    select(dump)
  }

  /// Selects a dump wherever it is, unfolding its run.
  mutating func select(_ dump: Dump.ID) {
    guard let run = dumps[dump]?.record.dump.runID else { return }
    table.folded.remove(run)
    table.selection = .dump(dump)
  }

  /// Opens the dump under the crosshair.
  mutating func openUnderCrosshair() {
    guard let place = charts.crosshair?.place, let dump = focusedFigure?.dump(at: place) else { return }
    select(dump)
    show(.spectrum)
  }

  /// The crosshair keeps its place while data come and go, or stands on what is nearest to it.
  mutating func settleCrosshair(after before: Figure?) {
    guard let crosshair = charts.crosshair, let before else { return }
    guard crosshair.pane == focusedPane, let figure = focusedFigure else { return charts.crosshair = nil }
    guard figure != before else { return }
    func settled(_ place: Crosshair) -> Crosshair? {
      guard let old = before.chart.point(at: place) else { return nil }
      let name = before.chart.marks[place.mark].name
      if let mark = figure.chart.marks.firstIndex(where: { $0.name == name }) {
        // The same point of the same dump, or at least of the same series.
        let points = figure.chart.marks[mark].dataPoints
        let dump = before.dump(at: place)
        let same = points.indices.first {
          points[$0] == old && figure.dump(at: Crosshair(mark: mark, point: $0)) == dump
        }
        if let same { return Crosshair(mark: mark, point: same) }
      }
      if let dump = before.dump(at: place), let same = figure.crosshair(on: dump), screen != .spectrum { return same }
      let position = figure.chart.position(of: old) ?? UnitPoint(x: 0.5, y: 0.5)
      return figure.chart.crosshair(nearest: position)
    }
    charts.crosshair = settled(crosshair.place).map { place in
      CrosshairState(pane: crosshair.pane, place: place, reference: crosshair.reference.flatMap(settled))
    }
  }
}

extension Scale.Kind {
  fileprivate var other: Scale.Kind { self == .linear ? .logarithmic : .linear }
}
