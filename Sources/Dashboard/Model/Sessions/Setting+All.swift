public import ChartCells
public import Charts
public import Spectra

/// Every setting there is. The list, the table `[settings]` and `settings.toml` follow from these lines.
extension Setting {
  public static let all: [Key] = [
    theme.key, glyphs.key, fitRange.key, estimator.key, smoothing.key, prior.key, probe.key, labels.key, details.key,
    mouse.key, exportFolder.key, exportWidth.key, exportFontSize.key, exportTheme.key,
  ]

  /// By name; `automaticTheme` for dark or light, as the terminal's background is.
  public static let theme = SettingKey<String>(
    name: "theme", title: "Theme", help: "colours; auto: dark or light as the background is",
    demand: "it is the name of a theme, or \"auto\"", codec: .text, path: \.look.theme, shown: { $0 },
    change: .perform(.themes))

  /// What curves are drawn with; nil for what the terminal can show.
  public static let glyphs = SettingKey<ChartCanvas?>(
    name: "glyphs", title: "Glyphs", help: "what curves are drawn with; auto: what the terminal can show",
    demand: "it is \"auto\" or one of \(names(ChartCanvas.self))",
    codec: SettingCodec<ChartCanvas>.name.orNone(named: "auto"), path: \.look.glyphs,
    shown: { $0?.rawValue ?? "auto" },
    change: .next { _ in [nil] + ChartCanvas.allCases.map(Optional.some) })

  public static let fitRange = SettingKey<FitRange>(
    name: "fit_range", title: "Fit range", help: "ranks that α is fitted to, for all dumps",
    demand: "it is first...last, as in \"11...100\"", codec: .words({ FitRange($0) }, FitRange.text),
    path: \.fits.standard.range, shown: FitRange.text,
    change: .ask(
      "fit ranks of all ", FitRange.text, { .text(withoutSpaces($0)) }, demand: "write first...last, as in 11...100"))

  public static let estimator = SettingKey<PowerLawFit.Estimator>(
    name: "estimator", title: "Estimator", help: "how the line is fitted, for all dumps",
    demand: "it is one of \(names(PowerLawFit.Estimator.self))", codec: .name, path: \.fits.standard.estimator,
    shown: \.rawValue, change: .next { _ in PowerLawFit.Estimator.allCases })

  /// How much of the value before remains in curves over training, from 0 to below 1.
  public static let smoothing = SettingKey<Double>(
    name: "smoothing", title: "Smoothing", help: "of curves over training",
    demand: "it is a number from 0 to below 1", codec: .number { (0..<1).contains($0) }, path: \.options.smoothing,
    shown: { $0 == 0 ? "off" : "\($0)" }, change: .next { _ in FigureOptions.smoothings })

  /// Where the best models are expected, before the data say anything.
  public static let prior = SettingKey<Double>(
    name: "prior", title: "Prior", help: "α of the best models as expected; the paper's is about 1",
    demand: "it is a number, as 1.0", codec: .number(where: \.isFinite), path: \.options.prior,
    shown: NumberText.significant,
    change: .ask("prior α ", NumberText.significant, number, demand: "write a number, as in 1"))

  /// How linear probes are trained.
  public static let probe = SettingKey<ProbeResult.Method>(
    name: "probe", title: "Probe",
    help: "how linear probes (P) are trained: ridge, or logistic, which takes longer",
    demand: "it is one of \(names(ProbeResult.Method.self))", codec: .name, path: \.options.probeMethod,
    shown: \.rawValue, change: .next { _ in ProbeResult.Method.allCases })

  /// A budget of labels, for which benign effective ranks are asked.
  public static let labels = SettingKey<Int>(
    name: "labels", title: "Labels",
    help: "how many there will be: whether fitting them exactly is benign (spectrum, v)",
    demand: "it is a whole number from 1", codec: .count, path: \.options.labelCount, shown: { "\($0)" },
    change: .ask(
      "labels ", { "\($0)" }, { Int(withoutSpaces($0)).map(SettingValue.whole) },
      demand: "write a whole number from 1"))

  /// Whether there is a pane of details.
  public static let details = SettingKey<Bool>(
    name: "details", title: "Details", help: "the pane beside or under the table and the charts",
    demand: "it is true or false", codec: .flag, path: \.look.showsDetails, shown: onOff,
    change: .next { _ in [false, true] })

  /// Whether the dashboard has the mouse.
  public static let mouse = SettingKey<Bool>(
    name: "mouse", title: "Mouse", help: "off: left to the terminal, for selecting text",
    demand: "it is true or false", codec: .flag, path: \.look.takesMouse, shown: onOff,
    change: .next { _ in [false, true] })

  /// Where exported files go, with a slash at its end; empty for the working directory.
  public static let exportFolder = SettingKey<String>(
    name: "export_folder", title: "Export folder", help: "where files go (e); nothing: the working directory",
    demand: "it is the path of a folder",
    codec: .words({ $0.isEmpty || $0.hasSuffix("/") ? $0 : $0 + "/" }, { $0 }), path: \.exports.folder,
    shown: { $0.isEmpty ? "." : $0 }, change: .ask("export folder ", { $0 }, { .text($0) }, demand: ""))

  /// Of exported pictures.
  public static let exportWidth = SettingKey<PrintLength>(
    name: "export_width", title: "Export width", help: "of pictures, as 8.5cm, 17cm or 1200px",
    demand: "it is a number and a unit, as \"8.5cm\" or \"1200px\"",
    codec: .words({ PrintLength($0) }, { "\($0)" }), path: \.exports.style.width, shown: { "\($0)" },
    change: .ask(
      "export width ", { "\($0)" }, { .text($0) }, demand: "write a number and cm, mm, in, pt or px"))

  /// In points.
  public static let exportFontSize = SettingKey<Double>(
    name: "export_font_size", title: "Export font size", help: "of pictures, in points",
    demand: "it is a number of points from 3 to 72", codec: .number { (3...72).contains($0) },
    path: \.exports.style.fontSize, shown: { "\(NumberText.significant($0)) pt" },
    change: .ask(
      "export font size ", NumberText.significant, number, demand: "write a number of points from 3 to 72"))

  /// By name; nil for that of the screen.
  public static let exportTheme = SettingKey<String?>(
    name: "export_theme", title: "Export theme", help: "of pictures; auto: that of the screen",
    demand: "it is the name of a theme, or \"auto\" for that of the screen",
    codec: SettingCodec<String>.text.orNone(named: automaticTheme), path: \.exports.style.theme,
    shown: { $0 ?? automaticTheme },
    change: .next { model in [nil] + model.look.themes.map { Optional($0.name) } })

  // MARK: Words

  private static func names<Value: CaseIterable & RawRepresentable>(_ type: Value.Type) -> String
  where Value.RawValue == String {
    Value.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private static let onOff: @Sendable (Bool) -> String = { $0 ? "on" : "off" }

  private static let number: @Sendable (String) -> SettingValue? = {
    Double(withoutSpaces($0)).map(SettingValue.number)
  }

  private static func withoutSpaces(_ text: String) -> String { text.filter { $0 != " " } }
}
