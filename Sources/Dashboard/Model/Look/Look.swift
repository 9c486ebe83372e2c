import ChartCells

/// What the dashboard is drawn on and with, and how the screen is divided.
struct Look: Sendable, Equatable {
  /// Size of the terminal in cells.
  private(set) var columns: Int
  private(set) var rows: Int
  /// The themes that there are.
  private(set) var themes: [ThemeEntry] = []
  /// The one that was chosen.
  var theme = Setting.automaticTheme { didSet { drawnTheme = theme } }
  /// The one that is drawn, which is another while choosing.
  private(set) var drawnTheme = Setting.automaticTheme
  /// What curves are to be drawn with, nil for what the terminal can show.
  var glyphs: ChartCanvas?
  /// What they are drawn with.
  private(set) var canvas = ChartCanvas.braille
  var showsDetails = true
  /// Whether the mouse is the dashboard's, or left to the terminal.
  var takesMouse = true
  var paneSizes = PaneSizes()

  init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

  mutating func resize(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

  mutating func draw(with canvas: ChartCanvas) { self.canvas = canvas }

  /// - Returns: whether another theme was drawn before.
  mutating func draw(theme name: String) -> Bool {
    defer { drawnTheme = name }
    return drawnTheme != name
  }

  /// - Returns: whether there were others before.
  mutating func offer(_ themes: [ThemeEntry]) -> Bool {
    defer { self.themes = themes }
    return self.themes != themes
  }
}
