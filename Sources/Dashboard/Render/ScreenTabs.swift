import TerminalCells

/// Where the name of each screen stands in the line of tabs, brackets or air around it included.
enum ScreenTabs {
  static func places(in tabs: Rect) -> [(screen: Screen, place: Rect)] {
    guard tabs.height >= 2 else { return [] }
    var x = tabs.x + 1
    return Screen.allCases.map { screen in
      // " 1 Models  "
      let width = screen.title.displayWidth + 5
      defer { x += width }
      return (screen, Rect(x: x, y: tabs.y, width: width, height: 1))
    }
  }
}
