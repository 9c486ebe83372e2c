import TerminalCells

/// Where the name of each screen stands in the line of tabs, brackets or air around it included.
enum ScreenTabs {
  static func places(in tabs: Rect, _ keymap: Keymap) -> [(screen: Screen, key: String, place: Rect)] {
    guard tabs.height >= 2 else { return [] }
    var x = tabs.x + 1
    return Screen.allCases.map { screen in
      let key = keymap.key(of: .show(screen), in: .everywhere)?.symbol ?? ""
      // " 1 Models  "
      let width = key.displayWidth + screen.title.displayWidth + 4
      defer { x += width }
      return (screen, key, Rect(x: x, y: tabs.y, width: width, height: 1))
    }
  }
}
