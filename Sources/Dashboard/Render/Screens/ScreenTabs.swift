import TerminalCells

/// Where the name of each screen stands in the line of tabs, brackets or air around it included.
struct ScreenTabs {
  struct Tab {
    let screen: Screen
    let key: String
    let title: String
    let place: Rect
  }

  let tabs: [Tab]
  /// The filter that holds, behind the tabs; empty for none.
  let filter: String

  /// What tabs say, the fullest first.
  private enum Style: CaseIterable {
    case full, short
    /// Only the open one has a title.
    case open
  }

  init(_ model: Model, in rect: Rect) {
    filter = model.view.filter.isEmpty ? "" : "filter: \(model.view.filter)  \(model.filterCount) "
    guard rect.height >= 2 else {
      tabs = []
      return
    }
    let styles = Style.allCases.map { Self.tabs($0, in: rect, open: model.screen, model.keymap) }
    // Titles give way to the filter, but not to all of a long one.
    let end = rect.maxX - min(filter.isEmpty ? 0 : filter.displayWidth + 1, rect.width / 2)
    tabs = styles.first { ($0.last?.place.maxX ?? 0) <= end } ?? styles.last ?? []
  }

  private static func tabs(_ style: Style, in rect: Rect, open: Screen, _ keymap: Keymap) -> [Tab] {
    var x = rect.x + (style == .open ? 0 : 1)
    return Screen.allCases.map { screen in
      let key = keymap.key(of: .show(screen), in: .everywhere)?.symbol ?? ""
      let title =
        switch style {
        case .full: screen.title
        case .short: screen.shortTitle
        case .open: screen == open ? screen.shortTitle : ""
        }
      // "[1 Models] ", of which only full ones have the air behind them.
      let width = key.displayWidth + (title.isEmpty ? 2 : title.displayWidth + 3) + (style == .full ? 1 : 0)
      defer { x += width }
      return Tab(screen: screen, key: key, title: title, place: Rect(x: x, y: rect.y, width: width, height: 1))
    }
  }
}
