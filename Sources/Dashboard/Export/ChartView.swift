import Analysis
public import Charts
public import Figures

/// A look at the dashboard that nobody pressed keys for: what to show, and how. Names are those of the command line.
public struct ChartView: Sendable, Equatable {
  public enum Name: String, Sendable, CaseIterable {
    case models, spectrum, cumulative
    case alphaByRange = "alpha-by-range"
    case alphaByRows = "alpha-by-rows"
    case benignRanks = "benign-ranks"
    case scatter, landscape, timeline, layers, selection, replay
    case crossCorrelation = "cross-correlation"
    case laboratory

    /// What it shows of one dump, and not of many.
    var spectrumView: SpectrumViewKind? {
      switch self {
      case .spectrum: .eigenvalues
      case .cumulative: .cumulative
      case .alphaByRange: .alphaByRange
      case .alphaByRows: .alphaByRows
      case .benignRanks: .benignRanks
      case .models, .scatter, .landscape, .timeline, .layers, .selection, .replay, .crossCorrelation, .laboratory: nil
      }
    }

    var screen: Screen {
      switch self {
      case .models: .models
      case .spectrum, .cumulative, .alphaByRange, .alphaByRows, .benignRanks: .spectrum
      case .scatter: .scatter
      case .landscape: .landscape
      case .timeline: .timeline
      case .layers: .layers
      case .selection, .replay: .selection
      case .crossCorrelation, .laboratory: .laboratory
      }
    }

  }

  public var name: Name
  /// Of the charts side by side, from the left, from 1.
  public var panel = 1
  /// Names of quantities; nil for what the chart shows by itself.
  public var x: String?
  public var y: String?
  /// `none` for one colour.
  public var color: String?
  public var filter = ""
  /// The end of the path of the dump that is looked at; nil for the first that is like most others.
  public var dump: String?
  /// Ends of the paths of dumps that are marked.
  public var marked: [String] = []
  public var columns: [String]?
  public var framing = ChartFraming()
  public var models: ModelSelection?
  /// M.
  public var parallel: Int?

  public init(_ name: Name) { self.name = name }

  /// Why there is nothing to look at.
  public struct Refusal: Error, Equatable, CustomStringConvertible {
    public let description: String
  }
}

extension Model {
  /// Shows what was asked for, as keys would.
  ///
  /// - Throws: where a name means nothing here.
  public mutating func show(_ wanted: ChartView) throws(ChartView.Refusal) {
    try check(wanted)
    view.filter = wanted.filter
    filters.invalidate()
    settleFilter()
    show(wanted.name.screen)
    if let kind = wanted.name.spectrumView { options.spectrumView = kind }
    options.showsReplay = wanted.name == .replay
    if let models = wanted.models { options.modelSelection = models }
    if let parallel = wanted.parallel { view.parallel = parallel.clamped(to: Self.batchSizes) }
    view.columns = wanted.columns?.map(TableColumn.init(named:))
    view.marked = []
    for end in wanted.marked { view.marked.append(try dump(endingIn: end)) }
    if let end = wanted.dump {
      select(try dump(endingIn: end))
    } else if let first = firstUsualEntry {
      select(first.id)
    }
    laboratory.simulates = wanted.name != .crossCorrelation
    let pane = PaneID(screen: screen, index: wanted.panel - 1)
    charts.focus(on: pane.index)
    view.framings = wanted.framing == ChartFraming() ? [:] : [pane: wanted.framing]
    let color = wanted.color.map { $0 == "none" ? ChartChoice.Color.none : .quantity($0) }
    let choice = ChartChoice(x: wanted.x, y: wanted.y, color: color)
    view.choices = choice == ChartChoice() ? [:] : [screen == .selection ? PaneID(screen: .selection) : pane: choice]
    charts.invalidate()
    news.forgetTime()
  }

  private func check(_ wanted: ChartView) throws(ChartView.Refusal) {
    do {
      let filter = wanted.filter
      if !filter.allSatisfy(\.isWhitespace) {
        _ = try DumpFilter(filter, knownFields: DumpFilter.fields(of: Array(dumps.records)))
      }
    } catch {
      throw ChartView.Refusal(description: "filter: \(error.reason)")
    }
    let known = Set((Quantity.all(in: dumps.records) + Quantity.kinds(in: dumps.records)).map(\.name))
    let selectable = known.union([Quantity.meanRank.name]).union(
      charts.data.selectionAccuracies(options.probeMethod).map(\.name))
    for name in [wanted.x, wanted.y, wanted.color].compactMap(\.self) + (wanted.columns ?? [])
    where name != "none" && !selectable.contains(name) && TableColumn(named: name) == .quantity(Quantity(named: name)) {
      throw ChartView.Refusal(
        description: "no dump has \(name); there are \(known.sorted().joined(separator: ", "))")
    }
  }

  private func dump(endingIn end: String) throws(ChartView.Refusal) -> Dump.ID {
    let found = dumps.records.map(\.id).filter { id in
      let path = "\(id)"
      return path == end || path.hasSuffix("/\(end)")
    }
    guard let first = found.first else {
      throw ChartView.Refusal(description: "no dump has a path that ends in \(end)")
    }
    guard found.count == 1 else {
      throw ChartView.Refusal(description: "\(found.count) dumps have paths that end in \(end): write more of it")
    }
    return first
  }

  /// Whether nothing is on its way that would change what is shown.
  public var isSettled: Bool {
    guard news.isIdle, spectra.requested == nil, !procedure.isWaiting else { return false }
    guard screen == .laboratory else { return true }
    let hasViews = selected == nil || laboratory.views != nil
    let isOver = laboratory.results?.isOver ?? (laboratory.experiment == nil)
    return hasViews && (isOver || !laboratory.simulates)
  }

  /// Whether any dump has numbers.
  public var hasResults: Bool { dumps.records.contains { $0.summary != nil } }

  /// How many charts are side by side.
  public var chartCount: Int { charts.figures.count }

  /// The names of the dumps in the order of the table, without those that the filter leaves out.
  public var shownDumps: [String] { shownEntries.map { "\($0.id)" } }

  var shownEntries: [DumpEntry] { table.order.sorted(dumps.runs).flatMap { $0.entries.filter { !$0.isHidden } } }

  /// What stands for the others where nobody chose a dump.
  private var firstUsualEntry: DumpEntry? {
    let done = shownEntries.filter { $0.state == .done }
    let traits = UsualTraits(of: done.map(\.record))
    return done.first { traits.describe($0.record) } ?? done.first
  }

  /// Why there is no chart.
  public var absence: String { Absence(in: self).text }
}

extension LaboratoryResults {
  fileprivate var isOver: Bool { isComplete || failure != nil }
}
