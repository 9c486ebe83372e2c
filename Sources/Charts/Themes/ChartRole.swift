/// What a part of a chart means. Figures speak of roles; a theme gives them colours.
public enum ChartRole: Sendable, Hashable {
  case axis
  case tick
  case grid
  case label
  case crosshair
  /// A fitted model.
  case fit
  /// The values that a fit was made over.
  case fitRange
  /// What the data are compared with.
  case reference
  /// Where numbers are no longer meaningful.
  case noiseFloor
  /// The range of best values.
  case zone
  /// Several series in one place.
  case mixed
  /// Data in the background.
  case dimmed
  /// The n-th series, counted from 0; themes have a few series styles and repeat them.
  case series(Int)

  /// The key of this role under `[chart]` of a theme; `nil` for a series, which is an element of `series` there.
  public var themeKey: String? { Self.keysOfRoles[self] }

  /// The role with this key in a theme.
  public init?(themeKey: String) {
    guard let role = Self.keysOfRoles.first(where: { $0.value == themeKey })?.key else { return nil }
    self = role
  }

  /// The keys of all roles that have one, in alphabetical order.
  public static var themeKeys: [String] { keysOfRoles.values.sorted() }

  private static let keysOfRoles: [ChartRole: String] = [
    .axis: "axis", .tick: "tick", .grid: "grid", .label: "label", .crosshair: "crosshair", .fit: "fit",
    .fitRange: "fit_range", .reference: "reference", .noiseFloor: "noise_floor", .zone: "zone", .mixed: "mixed",
    .dimmed: "dim",
  ]
}
