import TerminalCells

/// Which part of the terminal shows what; pure arithmetic. Small terminals lose tabs, then details, then the header.
struct ScreenLayout: Equatable {
  /// One row each, or empty.
  let header: Rect
  let tabs: Rect
  let footer: Rect
  /// What remains for the screen.
  let body: Rect
  /// Models: the table, its titles included.
  let table: Rect
  /// Details of the selected dump.
  let details: Rect
  /// Its spectrum.
  let chart: Rect
  /// Where a line between panes can be taken hold of.
  let dividers: [PaneSizes.Divider: Rect]
  /// The frame of an overlay, and the text within.
  let overlay: Rect
  var overlayText: Rect { overlay.inset(left: 2, top: 1, right: 2, bottom: 1) }

  /// Lines of the table.
  var tableRows: Int { max(0, table.height - 1) }
  /// Whether a spectrum can be seen.
  var showsSpectrum: Bool { !chart.isEmpty }

  /// Less than this shows nothing that could be read.
  static let fewestColumns = 40
  static let fewestRows = 10
  /// From this width on the models screen has a second pane.
  static let widthForPane = 110
  /// Lines of details under the table, where there is no second pane but height enough.
  private static let stripHeight = 4
  /// A chart beside another has at least this many columns.
  private static let widthForPanes = 48
  private static let paneGap = 2
  private let isFullScreen: Bool
  /// Columns of the details beside a large chart, and what they are kept between.
  private static func detailsWidth(of screen: Screen) -> Int { screen == .selection ? 46 : 36 }
  static let detailsWidths = 20...90
  /// What the table of models keeps of the columns where something stands beside it.
  static let tableShares = 0.3...0.8

  init(_ model: Model) {
    self.init(
      columns: model.columns, rows: model.rows, screen: model.screen, isFullScreen: model.charts.isFullScreen,
      showsDetails: model.look.showsDetails, sizes: model.look.paneSizes)
  }

  /// How many of several charts there is room for side by side.
  func paneCount(of count: Int) -> Int { isFullScreen ? 1 : max(1, min(count, chart.width / Self.widthForPanes)) }

  /// Where charts side by side stand, nil for those that are not shown.
  func panes(count: Int, first: Int) -> [Rect?] {
    let shown = paneCount(of: count)
    let width = (chart.width - Self.paneGap * (shown - 1)) / shown
    return (0..<count).map { index in
      guard (first..<first + shown).contains(index) else { return nil }
      return Rect(
        x: chart.x + (index - first) * (width + Self.paneGap), y: chart.y, width: width, height: chart.height)
    }
  }

  init(
    columns: Int, rows: Int, screen: Screen, isFullScreen: Bool = false, showsDetails: Bool = true,
    sizes: PaneSizes = PaneSizes()
  ) {
    self.isFullScreen = isFullScreen && screen != .models
    let all = Rect(x: 0, y: 0, width: columns, height: rows)
    let headerHeight = rows >= 4 ? 1 : 0
    let tabsHeight = rows >= 10 ? 2 : 0
    let footerHeight = rows >= 2 ? 1 : 0
    header = Rect(x: 0, y: 0, width: all.width, height: headerHeight)
    tabs = Rect(x: 0, y: headerHeight, width: all.width, height: tabsHeight)
    footer = Rect(x: 0, y: all.height - footerHeight, width: all.width, height: footerHeight)
    let top = headerHeight + tabsHeight
    // A line of air above the footer, where there is room for it.
    let air = rows >= 20 ? 1 : 0
    body = Rect(x: 0, y: top, width: all.width, height: all.height - top - footerHeight - air)
    overlay = all.inset(
      left: max(0, (columns - 84) / 2), top: headerHeight + tabsHeight, right: max(0, (columns - 84) / 2),
      bottom: footerHeight + air)

    let nothing = Rect(x: 0, y: 0, width: 0, height: 0)
    let isWide = columns >= Self.widthForPane
    var dividers: [PaneSizes.Divider: Rect] = [:]
    switch screen {
    case .models where isWide:
      let left = sizes.tableShare.map { Int(Double(columns) * $0.clamped(to: Self.tableShares)) } ?? columns * 23 / 40
      table = Rect(x: body.x, y: body.y, width: left - 1, height: body.height)
      let pane = body.inset(left: left + 2)
      let wanted = sizes.detailsHeight.map { $0.clamped(to: 3...max(3, pane.height - 8)) }
      let detailsHeight = showsDetails ? min(pane.height, wanted ?? max(8, min(16, pane.height / 2))) : 0
      details = Rect(x: pane.x, y: pane.y, width: pane.width, height: detailsHeight)
      chart = pane.inset(top: showsDetails ? detailsHeight + 1 : 0)
      dividers[.table] = Rect(x: left - 1, y: body.y, width: 3, height: body.height)
      if showsDetails { dividers[.spectrum] = Rect(x: pane.x, y: details.maxY, width: pane.width, height: 1) }
    case .models:
      let strip = showsDetails && body.height >= 14 ? Self.stripHeight + 1 : 0
      table = body.inset(bottom: strip)
      details =
        strip > 0
        ? Rect(x: body.x + 1, y: body.maxY - Self.stripHeight, width: body.width - 2, height: Self.stripHeight)
        : nothing
      chart = nothing
    case _ where self.isFullScreen || !showsDetails:
      table = nothing
      details = nothing
      chart = body
    case _ where isWide:
      table = nothing
      let width = (sizes.detailsWidth ?? Self.detailsWidth(of: screen)).clamped(to: Self.detailsWidths)
      details = Rect(x: body.maxX - width, y: body.y, width: width, height: body.height)
      chart = body.inset(right: width + 2)
      dividers[.details] = Rect(x: chart.maxX, y: body.y, width: 2, height: body.height)
    case .spectrum, .scatter, .landscape, .timeline, .layers, .selection, .laboratory:
      table = nothing
      // The list of models is what selection is about.
      let lines = screen == .selection ? Self.stripHeight + 2 : Self.stripHeight - 1
      let strip = body.height >= 14 ? lines : body.height >= 6 ? 1 : 0
      details = Rect(x: body.x + 1, y: body.y, width: body.width - 2, height: strip)
      chart = body.inset(top: strip)
    }
    self.dividers = dividers
  }
}

extension Comparable {
  func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
