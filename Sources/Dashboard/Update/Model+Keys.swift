import Analysis
import Spectra
import TerminalCells

extension Model {
  /// Does what a key means where the user is. Other keys do nothing, and end a chord.
  mutating func handle(_ key: KeyEvent) -> [Effect] {
    // Leaving works from anywhere, in the middle of a chord or of a text too.
    if key == .control("c") { return [.quit] }
    let contexts = keyContexts
    input.endChord()
    if type(key) { return [] }
    guard let command = keymap.command(for: key, in: contexts) else { return [] }
    return perform(command)
  }

  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .help: toggle(.help)
    case .activity: toggle(.activity)
    case .palette: toggle(.picker(.command))
    case .themes:
      toggle(.picker(.theme))
      return [.listThemes]
    case .settings: toggle(.picker(.setting))
    case .toggleMouse: return toggleMouse()
    case .moveDivider(let step): moveDivider(by: step)
    case .chooseQuantity(let role): toggle(.picker(.quantity(role)))
    case .choose: return choose()
    case .back: goBack()
    case .show(let screen): show(screen)
    case .move(let movement): move(movement)
    case .fold: fold()
    case .unfold: unfold()
    case .open: if selected != nil { show(.spectrum) }
    case .toggleMark:
      toggleMark()
      if screen == .models { move(.down) }
    case .markRange: markRange()
    case .markAll: markAll()
    case .togglePin: togglePin()
    case .undo: if let last = history.undo() { view = last }
    case .moveParameter(let step): moveParameter(by: step)
    case .changeParameter(let up): changeParameter(up: up)
    case .typeParameter: typeParameter()
    case .resetParameters: laboratory.settings = LaboratorySettings()
    case .nextPane: charts.moveFocus(by: 1)
    case .previousPane: charts.moveFocus(by: -1)
    case .toggleFullScreen: charts.toggleFullScreen()
    case .zoomIn: zoom(closer: true)
    case .zoomOut: zoom(closer: false)
    case .fitFraming: fitFraming()
    case .pan(let x, let y): pan(x: Double(x), y: Double(y))
    case .beginAxes: input.begin(.axes)
    case .toggleLogarithmic(let x, let y): toggleLogarithmic(x: x, y: y)
    case .toggleCrosshair: toggleCrosshair()
    case .moveCrosshair(let along, let across): moveCrosshair(along: along, across: across)
    case .setReference: setReference()
    case .openUnderCrosshair: openUnderCrosshair()
    case .copyValues: return focusedFigure.map { [.copy($0.values, of: "\($0.valueCount) values")] } ?? []
    case .export: toggle(.picker(.export))
    case .beginSort: input.begin(.sort)
    case .sort(let key): table.order.sort(by: key)
    case .chooseSort: toggle(.picker(.sort))
    case .reverseSort: table.order.reverse()
    case .chooseColumns: toggle(.picker(.columns))
    case .filter: beginFilter()
    case .recall(let step): recallFilter(step)
    case .findMatch(let step): findMatch(step)
    case .toggleFreeze: toggleFreeze()
    case .toggleFollowing: news.toggleFollowing()
    case .recompute:
      guard let record = selected?.record else { break }
      input.say("\(record.dump.path.lastComponent?.string ?? "") is computed anew")
      return [.recompute(record.id)]
    case .probe: return probeSelected()
    case .probeBatch: return probe(procedure.board?.batch ?? [])
    case .changeBatchSize(let step): view.parallel = (view.parallel + step).clamped(to: Self.batchSizes)
    case .typeAccuracy: beginTypingAccuracy()
    case .moveFitRange(let first, let last): return moveFitRange(first: first, last: last)
    case .toggleFitScope: fits.toggleScope()
    case .changeEstimator: return changeEstimator()
    case .nextView: showNextView()
    case .typeFitRange:
      if let id = selected?.record.id {
        input.ask(.fitRange, text: FitRange.text(fits.settings(of: id).range))
      }
    case .accept: return acceptPrompt()
    case .cancel: input.endPrompt()
    case .deleteCharacter: input.edit { _ = $0.popLast() }
    case .clearText: input.edit { $0 = "" }
    }
    return []
  }

  mutating func toggle(_ kind: Overlay.Kind) {
    if input.overlays.last?.kind == kind { return input.closeOverlay() }
    var overlay = Overlay(kind)
    // On what is so now.
    if let picker = overlay.picker {
      overlay.selection = Picker(self, picker, filter: "").items.firstIndex(where: \.isCurrent) ?? 0
    }
    input.show(overlay)
  }

  mutating func goBack() {
    if input.overlays.last?.filter.isEmpty == false {
      input.dropFilter()
    } else if !input.overlays.isEmpty {
      input.closeOverlay()
    } else if charts.crosshair != nil {
      charts.crosshair = nil
    } else if charts.isFullScreen {
      charts.toggleFullScreen()
    } else if view.framings[focusedPane]?.isZoomed == true {
      fitFraming()
    } else if !view.filter.isEmpty {
      view.filter = ""
    } else {
      show(screens.back)
    }
  }

  mutating func show(_ screen: Screen) {
    input.closeOverlays()
    guard screens.go(to: screen) else { return }
    charts.begin()
    procedure.close()
    // Views may have been written meanwhile.
    if screen == .laboratory, case .absent? = laboratory.views { laboratory.viewedDump = nil }
  }

  /// Does what the chosen line of a list says.
  mutating func choose() -> [Effect] {
    guard let overlay = input.overlays.last, let kind = overlay.picker else { return [] }
    let items = Picker(self, kind, filter: overlay.filter).items
    guard items.indices.contains(overlay.selection) else { return [] }
    if case .column(let column) = items[overlay.selection].choice {
      toggle(column)
      return []
    }
    input.closeOverlay()
    switch items[overlay.selection].choice {
    case .column: return []
    case .sort(let key):
      table.order.sort(by: key)
      return []
    case .command(let command): return perform(command)
    case .quantity(let name):
      if case .quantity(let role) = kind { setQuantity(name, for: role) }
      return []
    case .export(let request):
      beginExport(request)
      return []
    case .copyChart: return [.copyExport(ExportRequest.chart(.txt), of: "the chart")]
    case .copyTable: return [.copyExport(ExportRequest.table(.md), of: "the table")]
    case .theme(let name):
      return keep(.theme(name))
    case .setting(let key):
      // The next value may be wanted, too.
      input.show(overlay)
      return change(key)
    }
  }

  mutating func move(_ movement: Command.Movement) {
    let layout = ScreenLayout(self)
    if let overlay = input.overlays.last, let kind = overlay.picker {
      let count = Picker(self, kind, filter: overlay.filter).items.count
      return input.select(
        movement.target(from: overlay.selection, last: max(0, count - 1), page: layout.overlayText.height))
    }
    if let overlay = input.overlays.last {
      let lines = OverlayText(self, overlay, width: layout.overlayText.width).lines.count
      let last = max(0, lines - layout.overlayText.height)
      return input.scroll(
        to: movement.target(from: overlay.scroll, last: last, page: layout.overlayText.height))
    }
    if screen == .selection { return moveInSelection(movement) }
    let rows = table.rows(of: dumps)
    guard let current = table.selectedIndex(in: rows) else { return }
    let page = max(1, layout.tableRows - 1)
    if screen == .models {
      return table.select(movement.target(from: current, last: rows.count - 1, page: page), of: rows)
    }
    // Charts walk from dump to dump, past the headings of unfolded runs.
    let stops = rows.indices.filter { index in
      if case .run(let run) = rows[index] { table.folded.contains(run) } else { true }
    }
    guard !stops.isEmpty else { return }
    let next = stops.bisectedIndex(where: { $0 > current })
    let position = max(0, next - 1)
    var target = movement.target(from: position, last: stops.count - 1, page: page)
    // From the heading of a run down leads to its first dump.
    if stops[position] != current, movement == .down, next < stops.count { target = next }
    table.select(stops[target], of: rows)
  }

  private mutating func fold() {
    guard let run = selectedRun, run.entries.count > 1 else { return }
    table.folded.insert(run.id)
    table.selection = .run(run.id)
  }

  private mutating func unfold() {
    guard let run = selectedRun else { return }
    table.folded.remove(run.id)
  }

  /// Folds a run that is unfolded, and the other way round.
  mutating func toggleFold(_ run: RunID) {
    if table.folded.remove(run) == nil { table.folded.insert(run) }
  }

  private var selectedRun: DumpCollection.Run? {
    let rows = table.rows(of: dumps)
    guard let index = table.selectedIndex(in: rows) else { return nil }
    switch rows[index] {
    case .run(let id): return dumps[run: id]
    case .dump(let id): return dumps[id].flatMap { dumps[run: $0.record.dump.runID] }
    }
  }
}

extension Command.Movement {
  /// Where a movement leads among the lines 0…last.
  func target(from current: Int, last: Int, page: Int) -> Int {
    let target =
      switch self {
      case .up: current - 1
      case .down: current + 1
      case .halfPageUp: current - max(1, page / 2)
      case .halfPageDown: current + max(1, page / 2)
      case .pageUp: current - max(1, page)
      case .pageDown: current + max(1, page)
      case .top: 0
      case .bottom: last
      }
    return max(0, min(target, last))
  }
}
