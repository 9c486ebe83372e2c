import Analysis
import ChartCells
import Charts
import Figures
import TerminalCells

extension MouseEvent {
  /// Whether it is one of many that make one movement.
  var isGesture: Bool {
    switch kind {
    case .press, .release: false
    case .drag, .wheelUp, .wheelDown, .wheelLeft, .wheelRight: true
    }
  }

  func isOver(_ rect: Rect) -> Bool {
    (rect.x..<rect.maxX).contains(column) && (rect.y..<rect.maxY).contains(row)
  }
}

extension Model {
  /// How much closer one notch of the wheel looks.
  private static let wheelZoom = 1.2
  /// The share of an axis that one notch moves by.
  private static let wheelPan = 0.05
  /// Lines that one notch moves by.
  private static let wheelLines = 3
  /// Columns (and half rows) around a point in which it is meant.
  private static let reach = 3.0

  /// Leaves the mouse to the terminal, or takes it.
  mutating func toggleMouse() -> [Effect] {
    look.takesMouse.toggle()
    input.say(takesMouse ? "the mouse is the dashboard's" : "the mouse selects text; M takes it back")
    return [.captureMouse(takesMouse)]
  }

  /// Does what the mouse means where it is. While a line is being typed it means nothing.
  mutating func handle(_ event: MouseEvent) -> [Effect] {
    guard input.prompt == nil, columns >= ScreenLayout.fewestColumns, rows >= ScreenLayout.fewestRows else { return [] }
    switch event.kind {
    case .press(.left):
      input.hush()
      defer { input.endChord() }
      return press(event)
    case .drag(.left): drag(to: event)
    case .release: input.letGo()
    case .wheelUp: turnWheel(event, up: true)
    case .wheelDown: turnWheel(event, up: false)
    case .wheelLeft: panUnder(event, by: -Self.wheelPan)
    case .wheelRight: panUnder(event, by: Self.wheelPan)
    case .press, .drag: break
    }
    return []
  }

  // MARK: Buttons

  private mutating func press(_ event: MouseEvent) -> [Effect] {
    input.letGo()
    let layout = ScreenLayout(self)
    if let hint = FooterLayout(self, in: layout.footer).hints.first(where: { event.isOver($0.place) }) {
      return perform(hint.binding.command)
    }
    if input.overlays.last != nil { return pressOnOverlay(event, layout) }
    if let tab = ScreenTabs(self, in: layout.tabs).tabs.first(where: { event.isOver($0.place) }) {
      show(tab.screen)
    } else if let divider = layout.dividers.first(where: { event.isOver($0.value) }) {
      input.hold(.resize(divider.key))
    } else if event.isOver(layout.table) {
      pressOnTable(event, layout.table)
    } else if screen == .selection, event.isOver(layout.details) {
      pressOnSelection(event, layout.details)
    } else if screen == .laboratory, event.isOver(layout.details) {
      pressOnParameter(event, in: layout.details)
    } else {
      pressOnChart(event, layout)
    }
    return []
  }

  /// On the title of a column: sorts by it. On a row: selects it; once more opens or folds it.
  private mutating func pressOnTable(_ event: MouseEvent, _ rect: Rect) {
    if event.row == rect.y {
      let columns = TableColumn.fitting(width: rect.width, chosen: view.columns)
      let column = TableColumn.places(columns, in: rect).first {
        ($0.x..<$0.x + $0.column.width).contains(event.column)
      }?.column
      guard let key = column.map(\.sortKey) ?? .name else { return }
      return table.order.sort(by: key)
    }
    let rows = table.rows(of: dumps)
    let index = table.scroll + event.row - rect.y - 1
    guard rows.indices.contains(index) else { return }
    let wasSelected = table.selection == rows[index]
    table.selection = rows[index]
    switch rows[index] {
    case .run(let run): if wasSelected || event.column < rect.x + 3 { toggleFold(run) }
    case .dump: if wasSelected { show(.spectrum) }
    }
  }

  /// On a model: selects it; once more opens it.
  private mutating func pressOnSelection(_ event: MouseEvent, _ rect: Rect) {
    let place = SelectionListLayout(self, in: rect)
    let index = event.row - place.list.y
    guard place.lines.indices.contains(index), case .model(let row) = place.lines[index] else { return }
    if row == selectedModel { return show(.spectrum) }
    if let dump = procedure.board?.model(row).representative.id { select(dump) }
  }

  /// On a data point: the crosshair stands on it, and its dump is selected; once more opens it. Elsewhere: no crosshair.
  private mutating func pressOnChart(_ event: MouseEvent, _ layout: ScreenLayout) {
    guard let (pane, figure, geometry) = chart(under: event, layout) else { return }
    charts.focus(on: pane.index)
    input.hold(.pan(pane, column: event.column, row: event.row))
    guard let place = figure.chart.crosshair(under: event, in: geometry, reach: Self.reach) else {
      charts.crosshair = nil
      return
    }
    let isThere = charts.crosshair?.pane == pane && charts.crosshair?.place == place
    guard !isThere else { return openUnderCrosshair() }
    charts.crosshair = CrosshairState(pane: pane, place: place, reference: charts.crosshair?.reference)
    selectUnderCrosshair()
  }

  /// On a line of a list: chooses it, once more takes it. Beside everything that lies over the screen: takes it away.
  private mutating func pressOnOverlay(_ event: MouseEvent, _ layout: ScreenLayout) -> [Effect] {
    guard let overlay = input.overlays.last else { return [] }
    guard let kind = overlay.picker else {
      if !event.isOver(layout.overlay) { input.closeOverlay() }
      return []
    }
    let count = Picker(self, kind, filter: overlay.filter).items.count
    guard let place = PickerLayout(layout, count: count, selection: overlay.selection), event.isOver(place.frame) else {
      input.closeOverlay()
      return []
    }
    let index = place.first + event.row - place.list.y
    guard event.isOver(place.list), index < count else { return [] }
    if overlay.selection == index { return choose() }
    input.select(index)
    return []
  }

  private mutating func drag(to event: MouseEvent) {
    switch input.gesture {
    case .resize(let divider):
      resize(divider, toColumn: event.column, row: event.row)
    case .pan(let pane, let column, let row):
      input.hold(.pan(pane, column: event.column, row: event.row))
      // What was being moved may be gone.
      guard pane == focusedPane, let focusedFigure, let rect = ScreenLayout(self).chartPanes(of: self)[pane.index]
      else { return }
      let plot = ChartPaneLayout(focusedFigure, in: rect, canvas: look.canvas).geometry.plot
      guard !plot.isEmpty else { return }
      let (dx, dy) = (event.column - column, event.row - row)
      frame { framing, chart in
        framing.pan(x: -Double(dx) / Double(plot.width), y: Double(dy) / Double(plot.height), of: chart)
      }
    case nil: break
    }
  }

  // MARK: Wheels

  private mutating func turnWheel(_ event: MouseEvent, up: Bool) {
    let layout = ScreenLayout(self)
    if !input.overlays.isEmpty {
      for _ in 0..<Self.wheelLines { move(up ? .up : .down) }
    } else if event.isOver(layout.table) {
      scrollTable(by: up ? -Self.wheelLines : Self.wheelLines, height: layout.tableRows)
    } else if let (pane, _, geometry) = chart(under: event, layout) {
      charts.focus(on: pane.index)
      let about = (Double(event.column - geometry.plot.x) + 0.5) / Double(max(1, geometry.plot.width))
      frame { $0.zoom(by: up ? Self.wheelZoom : 1 / Self.wheelZoom, about: about.clamped(to: 0...1), of: $1) }
    }
  }

  /// Moves what is seen; the selection stays in sight.
  private mutating func scrollTable(by lines: Int, height: Int) {
    let rows = table.rows(of: dumps)
    guard let selected = table.selectedIndex(in: rows), height > 0 else { return }
    table.scroll = (table.scroll + lines).clamped(to: 0...max(0, rows.count - height))
    table.selection = rows[selected.clamped(to: table.scroll...min(table.scroll + height, rows.count) - 1)]
  }

  private mutating func panUnder(_ event: MouseEvent, by share: Double) {
    guard input.overlays.isEmpty, let (pane, _, _) = chart(under: event, ScreenLayout(self)) else { return }
    charts.focus(on: pane.index)
    frame { $0.pan(x: share, of: $1) }
  }

  // MARK: What is under the pointer

  /// The chart under the pointer, as it is looked at.
  private func chart(
    under event: MouseEvent, _ layout: ScreenLayout
  ) -> (pane: PaneID, figure: Figure, geometry: PlotGeometry)? {
    guard screen != .models else { return nil }
    for (index, rect) in layout.chartPanes(of: self).enumerated() {
      guard let rect, event.isOver(rect) else { continue }
      let pane = PaneID(screen: screen, index: index)
      let figure = framed(charts.figures[index], in: pane)
      return (pane, figure, ChartPaneLayout(figure, in: rect, canvas: look.canvas).geometry)
    }
    return nil
  }
}

extension Chart {
  /// The data point that is meant by a cell: the nearest one within reach, or the heat cell that covers it.
  fileprivate func crosshair(under event: MouseEvent, in geometry: PlotGeometry, reach: Double) -> Crosshair? {
    let plot = geometry.plot
    guard event.isOver(plot) else { return nil }
    let pointer = UnitPoint(
      x: (Double(event.column - plot.x) + 0.5) / Double(plot.width),
      y: (Double(plot.maxY - 1 - event.row) + 0.5) / Double(plot.height))
    // A row is as high as two columns are wide.
    let (xStep, yStep) = (1 / Double(plot.width), 0.5 / Double(plot.height))
    guard let place = crosshair(nearest: pointer, xStep: xStep, yStep: yStep),
      let point = point(at: place).flatMap(position)
    else { return nil }
    if case .cells = marks[place.mark].shape { return place }
    let (dx, dy) = ((point.x - pointer.x) / xStep, (point.y - pointer.y) / yStep)
    return dx * dx + dy * dy <= reach * reach ? place : nil
  }
}
