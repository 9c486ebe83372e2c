public import Charts

/// How a picture is drawn, whatever it shows. Lengths are in points, 1/72 inch.
public struct PictureStyle: Sendable, Hashable {
  /// Of the whole picture.
  public var width: Double
  /// Of the whole picture; nil for what its parts need at usual proportions.
  public var height: Double?
  public var fontSize: Double
  /// A family that fontconfig knows; what it does not know it replaces.
  public var font: String
  public var theme: Theme
  /// Pixels per inch of formats that have pixels.
  public var resolution: Double
  /// Whether what the data say stands below the chart. Warnings always do.
  public var showsFindings: Bool

  public init(
    width: Double, height: Double? = nil, fontSize: Double = 8, font: String = Self.standardFont, theme: Theme,
    resolution: Double = 300, showsFindings: Bool = false
  ) {
    self.width = width
    self.height = height
    self.fontSize = fontSize
    self.font = font
    self.theme = theme
    self.resolution = resolution
    self.showsFindings = showsFindings
  }

  /// It has Greek, superscripts and the signs of mathematics.
  public static let standardFont = "DejaVu Sans"
  /// Of the same family, for cells.
  public static let standardMonospacedFont = "DejaVu Sans Mono"

  /// What a role is drawn with: black or white, as the theme is light or dark, where the theme says nothing exact.
  func color(_ role: ChartRole) -> ThemeColor.RGB { theme.color(for: role).rgb ?? foreground }
  func color(_ role: UIRole) -> ThemeColor.RGB { theme.color(for: role).rgb ?? foreground }

  var foreground: ThemeColor.RGB { theme.color(for: .foreground).rgb ?? (theme.variant == .dark ? .white : .black) }
  var background: ThemeColor.RGB { theme.color(for: .background).rgb ?? (theme.variant == .dark ? .black : .white) }
}

extension ThemeColor.RGB {
  static let black = ThemeColor.RGB(0, 0, 0)
  static let white = ThemeColor.RGB(255, 255, 255)
}
