import Analysis
import Spectra
import TerminalCells

extension Model {
  /// Does what a key means where the user is. Other keys do nothing, and end a chord.
  mutating func handle(_ key: KeyEvent) -> [Effect] {
    // Leaving works from anywhere, in the middle of a chord or of a text too.
    let contexts = key == .control("c") ? [.everywhere] : keyContexts
    chord = nil
    if contexts != [.everywhere], type(key) { return [] }
    guard let command = Keymap.command(for: key, in: contexts) else { return [] }
    return perform(command)
  }

  private mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .help: toggle(.help)
    case .activity: toggle(.activity)
    case .back: goBack()
    case .show(let screen):
      overlays = []
      self.screen = screen
    case .move(let movement): move(movement)
    case .fold: fold()
    case .unfold: unfold()
    case .open: open()
    case .beginSort: chord = .sort
    case .sort(let key):
      // The same key twice turns the order round.
      table.order = SortOrder(key: key, isReversed: table.order.key == key && !table.order.isReversed)
    case .reverseSort: table.order.isReversed.toggle()
    case .moveFitRange(let first, let last): return moveFitRange(first: first, last: last)
    case .toggleFitScope: fitsAllDumps.toggle()
    case .changeEstimator: return changeEstimator()
    case .nextView: spectrumView = spectrumView.next
    case .typeFitRange:
      if let id = selected?.record.id {
        prompt = Prompt(purpose: .fitRange, text: FitRange.text(fitSettings(of: id).range))
      }
    case .accept: return acceptPrompt()
    case .cancel: prompt = nil
    case .deleteCharacter: editText { _ = $0.popLast() }
    case .clearText: editText { $0 = "" }
    }
    return []
  }

  private mutating func toggle(_ kind: Overlay.Kind) {
    if overlays.last?.kind == kind { overlays.removeLast() } else { overlays.append(Overlay(kind)) }
  }

  private mutating func goBack() {
    if overlays.last?.filter.isEmpty == false {
      overlays[overlays.count - 1].filter = ""
    } else if !overlays.isEmpty {
      overlays.removeLast()
    } else {
      screen = .models
    }
  }

  private mutating func open() {
    if selected != nil { screen = .spectrum }
  }

  private mutating func move(_ movement: Command.Movement) {
    let layout = ScreenLayout(self)
    if let overlay = overlays.last {
      let lines = OverlayText(self, overlay, width: layout.overlayText.width).lines.count
      let last = max(0, lines - layout.overlayText.height)
      overlays[overlays.count - 1].scroll = movement.target(
        from: overlay.scroll, last: last, page: layout.overlayText.height)
      return
    }
    // The spectrum screen walks from spectrum to spectrum, past the headings of unfolded runs.
    let rows = table.rows(of: dumps)
    let stops = rows.indices.filter { index in
      if case .run(let run) = rows[index] { screen == .models || table.folded.contains(run) } else { true }
    }
    guard let current = table.selectedIndex(in: rows), !stops.isEmpty else { return }
    let position = stops.lastIndex { $0 <= current } ?? 0
    let isOnStop = stops[position] == current
    var target = movement.target(from: position, last: stops.count - 1, page: max(1, layout.tableRows - 1))
    // From the heading of a run down leads to its first dump.
    if !isOnStop, movement == .down, let next = stops.firstIndex(where: { $0 > current }) { target = next }
    table.selection = rows[stops[target]]
  }

  private mutating func fold() {
    guard let run = selectedRun, run.dumps.count > 1 else { return }
    table.folded.insert(run.id)
    table.selection = .run(run.id)
  }

  private mutating func unfold() {
    guard let run = selectedRun else { return }
    table.folded.remove(run.id)
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
