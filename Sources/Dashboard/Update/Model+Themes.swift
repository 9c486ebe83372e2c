extension Model {
  /// The themes that there are, behind the choice by the background.
  var themeItems: [Picker.Item] {
    let automatic = ThemeEntry(name: Setting.automaticTheme, remark: "by the background")
    return ([automatic] + look.themes).map { entry in
      Picker.Item(
        title: entry.name, detail: entry.remark, isCurrent: entry.name == look.theme, choice: .theme(entry.name))
    }
  }

  /// The theme to draw with: the one looked at in the list of themes, else the one that was chosen.
  private var visibleTheme: String {
    guard let overlay = input.overlays.last, overlay.picker == .theme else { return look.theme }
    let items = Picker(self, .theme, filter: overlay.filter).items
    guard items.indices.contains(overlay.selection), case .theme(let name) = items[overlay.selection].choice
    else { return look.theme }
    return name
  }

  /// Has the theme drawn that is to be seen, if it is another than before.
  mutating func showTheme() -> [Effect] {
    let name = visibleTheme
    return look.draw(theme: name) ? [.draw(theme: name)] : []
  }

  /// Takes over what themes there are now; the list stays on the one that is looked at.
  mutating func adopt(_ themes: [ThemeEntry]) {
    guard look.offer(themes), let overlay = input.overlays.last, overlay.picker == .theme else { return }
    let items = Picker(self, .theme, filter: overlay.filter).items
    input.select(items.firstIndex { $0.choice == .theme(look.drawnTheme) } ?? 0)
  }
}
