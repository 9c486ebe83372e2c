import ArgumentParser
import ChartCells
import CursesTerminal
import Dashboard
import Foundation
import Spectra

/// What the dashboard begins with: the command line, over what was set in the dashboard, over the configuration.
struct DashboardStart {
  /// In this order; of two of a kind the latter holds.
  let settings: [Setting]
  let fit: FitSettings
  let themes: ThemeControl
  let canvas: ChartCanvas
  let warnings: [String]

  /// What the terminal may be asked to show, now or after a change of settings.
  var repertoire: CharacterRepertoire {
    canvas == .ascii && CharacterRepertoire.ofLocale == .ascii ? .ascii : .unicode
  }

  /// - Throws: exit status 2 where the command line names a theme that is broken. One that was set is passed over.
  init(_ preferences: Preferences, appearance: AppearanceOptions, options: AnalysisOptions) throws {
    let kept = SettingsFile()?.read()
    let given =
      appearance.settings
      + [options.givenFitRange.map { Setting.fitRange($0) }, options.givenEstimator.map { Setting.estimator($0) }]
      .compactMap { $0 }
    var settings = preferences.settings + (kept?.settings ?? []) + given
    var warnings = preferences.warnings + (kept?.warnings ?? [])
    var fit = options.fit
    var (theme, glyphs): (String, ChartCanvas?) = (Setting.automaticTheme, nil)
    for setting in settings {
      if let name = Setting.theme.value(of: setting) { theme = name }
      if let canvas = Setting.glyphs.value(of: setting) { glyphs = canvas }
      if let range = Setting.fitRange.value(of: setting) { fit.range = range }
      if let estimator = Setting.estimator.value(of: setting) { fit.estimator = estimator }
    }
    let library = ThemeLibrary(directories: ThemeDirectory.all())
    do {
      do {
        themes = try ThemeControl(theme, in: library)
      } catch  where appearance.theme == nil && theme != Setting.automaticTheme {
        warnings.append("\(error)")
        settings.append(.theme(Setting.automaticTheme))
        themes = try ThemeControl(Setting.automaticTheme, in: library)
      }
    } catch {
      StandardStreams.printError("eigentop: \(error)")
      throw ExitCode(2)
    }
    self.settings = settings
    self.fit = fit
    canvas = AppearanceOptions.canvas(glyphs)
    self.warnings = themes.choice.warnings + warnings
  }
}
