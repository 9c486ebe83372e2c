import Analysis
import OrderedCollections
import Spectra
public import SystemPackage

extension Model {
  /// What is to be remembered.
  ///
  /// - Parameter roots: the directories, as they were named.
  public func session(of roots: [FilePath]) -> Session {
    var session = Session(roots: roots.map(\.string))
    session.screen = screen.rawValue
    session.order = table.order.criteria.map { Session.Sort(quantity: $0.key.quantity, isReversed: $0.isReversed) }
    session.filter = view.filter.isEmpty ? nil : view.filter
    session.columns = view.columns?.map(\.name)
    session.folded = table.folded.map { Session.Run($0) }
    session.marked = view.marked.map(Session.DumpName.init)
    session.pinned = view.pinned.map(Session.DumpName.init)
    switch table.selection {
    case .dump(let id): session.selectedDump = Session.DumpName(id)
    case .run(let id): session.selectedRun = Session.Run(id)
    case nil: break
    }
    // What has not been found again yet may still be.
    if let remembered {
      session.marked += remembered.marked.filter { !session.marked.contains($0) }
      session.folded += remembered.folded.filter { !session.folded.contains($0) }
      session.pinned = session.pinned ?? remembered.pinned
      if table.selection == nil {
        (session.selectedDump, session.selectedRun) = (remembered.selectedDump, remembered.selectedRun)
      }
    }
    session.folded.sort { ($0.root, $0.name) < ($1.root, $1.name) }
    let panes = Set(view.framings.keys).union(view.choices.keys)
      .sorted { ($0.screen.rawValue, $0.index) < ($1.screen.rawValue, $1.index) }
    session.charts = panes.compactMap { pane in
      Session.Chart(pane, framing: view.framings[pane], choice: view.choices[pane])
    }
    session.paneSizes = look.paneSizes == PaneSizes() ? nil : look.paneSizes
    session.parallel = view.parallel == ViewState.standardParallel ? nil : view.parallel
    let typed = dumps.typedAccuracies.flatMap { id, values in
      values.map { Session.TypedAccuracy(dump: Session.DumpName(id), metric: $0.key, value: $0.value) }
    }
    session.typed = Array(typed.sorted { ($0.dump.id, $0.metric) < ($1.dump.id, $1.metric) }.prefix(Session.limit))
    session.laboratory = laboratory.settings.changes
    session.folded = Array(session.folded.prefix(Session.limit))
    session.marked = Array(session.marked.prefix(Session.limit))
    session.charts = Array(session.charts.prefix(Session.limit))
    return session
  }

  /// Goes on where the user was: with the screen at once, with dumps and runs when they have been found again.
  public mutating func resume(_ session: Session, on roots: [FilePath]) {
    let session = session.named(roots)
    screens.resume(Screen(rawValue: session.screen) ?? .models)
    table.order = SortOrder(
      (session.order ?? []).map { sort in
        SortOrder.Criterion(key: sort.quantity.map { .quantity(named: $0) } ?? .name, isReversed: sort.isReversed)
      })
    view.filter = session.filter.flatMap { (try? DumpFilter($0)) == nil ? nil : $0 } ?? ""
    filters.resume(view.filter)
    view.columns = session.columns?.map(TableColumn.init(named:))
    for chart in session.charts {
      guard let pane = chart.id else { continue }
      view.framings[pane] = chart.framing
      view.choices[pane] = chart.choice
    }
    look.paneSizes = session.paneSizes ?? PaneSizes()
    view.parallel = (session.parallel ?? ViewState.standardParallel).clamped(to: Self.batchSizes)
    for typed in session.typed ?? [] where typed.value.isFinite {
      dumps.setOwnAccuracies(of: typed.dump.id) { $0.typed[typed.metric] = typed.value }
    }
    laboratory.settings = LaboratorySettings(changes: session.laboratory ?? [:])
    remembered = session
  }

  /// All that there is has been found: what was remembered of it holds again, besides what was done meanwhile.
  mutating func recallDumps() {
    guard let session = remembered else { return }
    remembered = nil
    func isThere(_ id: Dump.ID) -> Bool { dumps[id] != nil }
    view.marked = OrderedSet(session.marked.map(\.id).filter(isThere)).union(view.marked)
    view.pinned = view.pinned ?? session.pinned.map(\.id).flatMap { isThere($0) ? $0 : nil }
    table.folded.formUnion(session.folded.map(\.id).filter { dumps[run: $0] != nil })
    guard table.selection == nil else { return }
    let run = session.selectedRun?.id
    table.selection =
      session.selectedDump.map(\.id).flatMap { isThere($0) ? .dump($0) : nil }
      ?? run.flatMap { dumps[run: $0] == nil ? nil : .run($0) }
  }

  /// All that there is has numbers: a chart of what none of them has would show nothing.
  mutating func dropChoicesWithoutValues() {
    // What is measured or typed here may still come.
    let names = Set(
      Quantity.all(in: dumps.records).map(\.name) + [AccuracyMetric.typedName]
        + ProbeResult.Method.allCases.map { AccuracyMetric.measuredName($0) })
    view.choices = view.choices.compactMapValues { choice in
      var choice = choice
      if let x = choice.x, !names.contains(x) { choice.x = nil }
      if let y = choice.y, !names.contains(y) { choice.y = nil }
      if case .quantity(let name)? = choice.color, !names.contains(name) { choice.color = nil }
      return choice == ChartChoice() ? nil : choice
    }
  }
}

extension Session.Run {
  fileprivate init(_ run: RunID) { self.init(root: run.root.string, name: run.name) }
  fileprivate var id: RunID { RunID(root: FilePath(root), name: name) }
}
