extension Model {
  /// The themes that there are, behind the choice by the background.
  var themeItems: [Picker.Item] {
    let automatic = ThemeEntry(name: Setting.automaticTheme, remark: "by the background")
    return ([automatic] + themes).map { entry in
      Picker.Item(
        title: entry.name, detail: entry.remark, isCurrent: entry.name == theme, choice: .theme(entry.name))
    }
  }

  /// The theme to draw with: the one looked at in the list of themes, else the one that was chosen.
  private var visibleTheme: String {
    guard let overlay = overlays.last, overlay.picker == .theme else { return theme }
    let items = Picker(self, .theme, filter: overlay.filter).items
    guard items.indices.contains(overlay.selection), case .theme(let name) = items[overlay.selection].choice
    else { return theme }
    return name
  }

  /// Has the theme drawn that is to be seen, if it is another than before.
  mutating func showTheme() -> [Effect] {
    let name = visibleTheme
    guard name != drawnTheme else { return [] }
    drawnTheme = name
    return [.draw(theme: name)]
  }

  /// Takes over what themes there are now; the list stays on the one that is looked at.
  mutating func adopt(_ themes: [ThemeEntry]) {
    guard themes != self.themes else { return }
    self.themes = themes
    guard let overlay = overlays.last, overlay.picker == .theme else { return }
    let items = Picker(self, .theme, filter: overlay.filter).items
    overlays[overlays.count - 1].selection = items.firstIndex { $0.choice == .theme(drawnTheme) } ?? 0
  }
}
