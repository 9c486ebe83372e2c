import ChartCells
import Charts
import TerminalCells

/// What is watched, how much of it is done, and the screens there are.
struct HeaderView {
  let model: Model
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, header: Rect, tabs: Rect) {
    let theme = appearance.theme
    if !header.isEmpty {
      var x = buffer.write(" eigentop", x: header.x, y: header.y, style: theme.style(.title), within: header)
      x = buffer.write(
        "  \(title(width: header.width - x))", x: x, y: header.y, style: theme.style(.foreground), within: header)
      x = buffer.write("   \(progress)", x: x, y: header.y, style: theme.style(.dim), within: header)
      if !mode.isEmpty {
        let role: UIRole = model.news.held == nil ? .live : .warning
        x = buffer.write(" · \(mode)", x: x, y: header.y, style: theme.style(role), within: header)
      }
      if !attention.isEmpty {
        x = buffer.write(" · \(attention)", x: x, y: header.y, style: theme.style(.warning), within: header)
      }
      // The clock gives way to what is going on.
      let clock = (model.news.lastChange.map { "last change \($0) " } ?? "") + WatchText(model.news.watching).summary
      let clockX = header.maxX - clock.displayWidth
      if x + 2 <= clockX { buffer.write(clock, x: clockX, y: header.y, style: theme.style(.dim), within: header) }
    }
    guard tabs.height >= 2 else { return }
    var x = tabs.x
    let line = ScreenTabs(model, in: tabs)
    for tab in line.tabs {
      let isOpen = tab.screen == model.screen
      let title = tab.title.isEmpty ? "" : " \(tab.title)"
      x = buffer.write(isOpen ? "[" : " ", x: tab.place.x, y: tabs.y, style: theme.style(.borderFocus), within: tabs)
      x = buffer.write(tab.key, x: x, y: tabs.y, style: theme.style(.key), within: tabs)
      x = buffer.write(title, x: x, y: tabs.y, style: theme.style(isOpen ? .title : .dim), within: tabs)
      x = buffer.write(isOpen ? "]" : " ", x: x, y: tabs.y, style: theme.style(.borderFocus), within: tabs)
    }
    let start = max(x + 1, tabs.maxX - line.filter.displayWidth)
    buffer.write(line.filter, x: start, y: tabs.y, style: theme.style(.match), within: tabs)
    Rule.horizontal(in: Rect(x: tabs.x, y: tabs.y + 1, width: tabs.width, height: 1), appearance, into: &buffer)
  }

  /// The directory; where it would push out what is going on, the end of it, which says most.
  private func title(width: Int) -> String {
    let room = max(12, width - progress.displayWidth - mode.displayWidth - attention.displayWidth - 10)
    guard model.title.displayWidth > room else { return model.title }
    var width = 0
    let end = model.title.reversed().prefix { character in
      width += character.displayWidth
      return width < room
    }
    return (appearance.canvas == .ascii ? "~" : "…") + String(end.reversed())
  }

  private var progress: String {
    let dumps = model.dumps
    let size =
      "\(dumps.runs.count) \(dumps.runs.count == 1 ? "run" : "runs") · \(dumps.count) \(dumps.count == 1 ? "dump" : "dumps")"
    let pending = dumps.queuedCount + dumps.computingCount
    if pending > 0 { return "\(size) · \(dumps.computingCount) computing · \(dumps.queuedCount) queued" }
    if model.news.isDiscovering { return "\(size) · looking for dumps" }
    guard dumps.count > 0 else {
      return WatchText(model.news.watching).isWaiting ? "waiting for it to appear" : "no dumps found"
    }
    let analysed = dumps.failedCount > 0 ? "\(dumps.count - dumps.failedCount)" : "all"
    return "\(size) · \(analysed) analysed" + (model.news.isIdle ? "" : ", intervals to come")
  }

  /// How news are taken, where that is not as it comes.
  private var mode: String {
    guard let held = model.news.held else { return model.news.isFollowing ? "following" : "" }
    return held.renewed.isEmpty ? "frozen" : "frozen · \(held.renewed.count) new"
  }

  private var attention: String {
    let count = model.dumps.failedCount + model.news.problems.count
    return count == 0 ? "" : count == 1 ? "1 needs attention" : "\(count) need attention"
  }
}
