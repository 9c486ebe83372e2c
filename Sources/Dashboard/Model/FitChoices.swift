import Analysis
import Spectra

/// How α of each dump is fitted.
struct FitChoices: Sendable, Equatable {
  /// For all dumps but those that have settings of their own.
  var standard: FitSettings
  private var own: [Dump.ID: FitSettings] = [:]
  /// Whether the keys that change the fit mean all dumps, or the selected one.
  private(set) var meanAll = true

  init(_ standard: FitSettings) { self.standard = standard }

  func settings(of dump: Dump.ID) -> FitSettings { own[dump] ?? standard }

  func isOwn(_ dump: Dump.ID) -> Bool { own[dump] != nil }

  mutating func set(_ settings: FitSettings, of dump: Dump.ID) { own[dump] = settings }

  /// For all dumps, those included that had settings of their own.
  mutating func setAll(_ settings: FitSettings) { (standard, own) = (settings, [:]) }

  mutating func forget(_ dump: Dump.ID) { own[dump] = nil }

  mutating func toggleScope() { meanAll.toggle() }
}
