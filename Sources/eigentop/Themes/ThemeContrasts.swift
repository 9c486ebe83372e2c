import Charts

/// The contrast of every role of a theme.
struct ThemeContrasts {
  private let theme: Theme

  init(_ theme: Theme) { self.theme = theme }

  /// Of the interface, then of charts.
  var all: [ThemeReport.Contrast] {
    UIRole.allCases.compactMap(contrast)
      + ChartRole.themeKeys.compactMap(ChartRole.init(themeKey:)).map(contrast)
      + theme.series.indices.map { contrast(ChartRole.series($0)) }
  }

  private func contrast(_ role: UIRole) -> ThemeReport.Contrast? {
    let color = theme.color(for: role)
    switch role {
    case .background:
      return nil
    case .selection, .selectionInactive:
      let least = role == .selection ? ThemeReport.leastOnSelection : nil
      return contrast(
        "ui.\(role.rawValue)", of: Self.text.map(theme.color), on: [Ground(colors: color.shown)], atLeast: least)
    case .border:
      return contrast("ui.\(role.rawValue)", of: [color], on: grounds, atLeast: nil)
    case .borderFocus:
      return contrast("ui.\(role.rawValue)", of: [color], on: grounds, atLeast: ThemeReport.leastForLines)
    default:
      return contrast("ui.\(role.rawValue)", of: [color], on: grounds, atLeast: ThemeReport.leastForText)
    }
  }

  private func contrast(_ role: ChartRole) -> ThemeReport.Contrast {
    let color = theme.color(for: role)
    let name = "chart.\(role.themeKey ?? "series")"
    switch role {
    case .fitRange, .zone:
      return contrast(
        name, of: lines.map(theme.color), on: [Ground(colors: color.shown)], atLeast: ThemeReport.leastForLines)
    case .series(let index):
      return contrast("\(name) \(index + 1)", of: [color], on: grounds, atLeast: ThemeReport.leastForLines)
    default:
      let least = role == .label ? ThemeReport.leastForText : ThemeReport.leastForLines
      return contrast(name, of: [color], on: grounds, atLeast: least)
    }
  }

  /// What something is drawn over: as it looks with all colours, and with 256.
  private struct Ground {
    var colors: [ThemeColor.RGB]
    /// Left to the terminal, whose own text is read there.
    var isTerminals = false
  }

  /// The least over colours, grounds, and the ways in which terminals show both.
  private func contrast(
    _ name: String, of colors: [ThemeColor], on grounds: [Ground], atLeast least: Double?
  ) -> ThemeReport.Contrast {
    let ratios = grounds.flatMap { ground in
      colors.flatMap { looks($0, over: ground) }.flatMap { look in
        zip(look, ground.colors).map { $0.contrast(with: $1) }
      }
    }
    return ThemeReport.Contrast(role: name, ratio: ratios.min(), least: least)
  }

  /// The terminal's own text is white on dark terminals and black on light ones.
  private func looks(_ color: ThemeColor, over ground: Ground) -> [[ThemeColor.RGB]] {
    if !color.shown.isEmpty { return [color.shown] }
    return ground.isTerminals || color.palette16 != nil ? [] : Self.terminalText.map { [$0, $0] }
  }

  /// The theme's background or, where it leaves that to the terminal, those of dark and of light terminals.
  private var grounds: [Ground] {
    let own = theme.color(for: .background).shown
    return own.isEmpty
      ? Self.terminalGrounds.map { Ground(colors: [$0, $0], isTerminals: true) } : [Ground(colors: own)]
  }

  /// Black and nearly black, white and cream.
  private static let terminalGrounds = [
    ThemeColor.RGB(0, 0, 0), ThemeColor.RGB(0x12, 0x12, 0x18), ThemeColor.RGB(0xff, 0xff, 0xff),
    ThemeColor.RGB(0xfd, 0xf6, 0xe3),
  ]
  private static let terminalText = [ThemeColor.RGB(0xff, 0xff, 0xff), ThemeColor.RGB(0, 0, 0)]

  private static let text: [UIRole] = [
    .foreground, .dim, .title, .key, .mark, .pin, .ok, .warning, .error, .live, .stale, .match,
  ]

  private var lines: [ChartRole] {
    [.axis, .tick, .grid, .crosshair, .fit, .reference, .noiseFloor, .dimmed]
      + theme.series.indices.map(ChartRole.series)
  }
}
