import Charts

/// The theme to draw with, which may depend on the terminal's background.
struct ThemeChoice {
  private let dark: Theme
  private let light: Theme
  /// What is known before the terminal says more.
  private let background: TerminalBackground?
  /// What is wrong with the files, to be shown to the user.
  let warnings: [String]

  /// One theme on every background.
  init(fixed loaded: (theme: Theme, warnings: [String])) {
    (dark, light, background) = (loaded.theme, loaded.theme, nil)
    warnings = loaded.warnings
  }

  init(
    dark: (theme: Theme, warnings: [String]), light: (theme: Theme, warnings: [String]), background: TerminalBackground?
  ) {
    self.dark = dark.theme
    self.light = light.theme
    self.background = background
    // The light theme may inherit from the dark one, slips included.
    warnings = dark.warnings + light.warnings.filter { !dark.warnings.contains($0) }
  }

  /// - Parameter luminance: what the terminal said of its background, nil as long as it did not.
  func theme(onLuminance luminance: Double?) -> Theme {
    (luminance.map(TerminalBackground.init(luminance:)) ?? background) == .light ? light : dark
  }
}
