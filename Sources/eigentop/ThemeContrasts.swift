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
      return contrast("ui.\(role.rawValue)", of: Self.text.map(theme.color), on: [color.shown], atLeast: least)
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
        name, of: lines.map(theme.color), on: [color.shown], atLeast: ThemeReport.leastForLines)
    case .series(let index):
      return contrast("\(name) \(index + 1)", of: [color], on: grounds, atLeast: ThemeReport.leastForLines)
    default:
      let least = role == .label ? ThemeReport.leastForText : ThemeReport.leastForLines
      return contrast(name, of: [color], on: grounds, atLeast: least)
    }
  }

  /// The least over colours, grounds, and the ways in which terminals show both.
  private func contrast(
    _ name: String, of colors: [ThemeColor], on grounds: [[ThemeColor.RGB]], atLeast least: Double?
  ) -> ThemeReport.Contrast {
    let ratios = colors.flatMap { color in
      grounds.flatMap { ground in zip(color.shown, ground).map { $0.contrast(with: $1) } }
    }
    return ThemeReport.Contrast(role: name, ratio: ratios.min(), least: least)
  }

  /// The theme's background or, where it leaves that to the terminal, those it is made for.
  private var grounds: [[ThemeColor.RGB]] {
    let own = theme.color(for: .background).shown
    return own.isEmpty ? Self.usualGrounds(theme.variant).map { [$0, $0] } : [own]
  }

  /// Black and nearly black, or white and cream.
  static func usualGrounds(_ variant: Theme.Variant) -> [ThemeColor.RGB] {
    switch variant {
    case .dark: [ThemeColor.RGB(0, 0, 0), ThemeColor.RGB(0x12, 0x12, 0x18)]
    case .light: [ThemeColor.RGB(0xff, 0xff, 0xff), ThemeColor.RGB(0xfd, 0xf6, 0xe3)]
    }
  }

  private static let text: [UIRole] = [
    .foreground, .dim, .title, .key, .mark, .pin, .ok, .warning, .error, .live, .stale, .match,
  ]

  private var lines: [ChartRole] {
    [.axis, .tick, .grid, .crosshair, .fit, .reference, .noiseFloor, .dimmed]
      + theme.series.indices.map(ChartRole.series)
  }
}
