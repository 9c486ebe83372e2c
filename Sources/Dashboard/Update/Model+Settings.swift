import ChartCells
import Charts
import Spectra

extension Model {
  /// Makes a setting hold. What `eigentop` was started with comes this way too.
  public mutating func adopt(_ setting: Setting) {
    switch setting {
    case .theme(let name): look.theme = name
    case .glyphs(let canvas): look.glyphs = canvas
    case .fitRange(let range): fits.standard.range = range
    case .estimator(let estimator): fits.standard.estimator = estimator
    case .smoothing(let share): options.smoothing = share
    case .prior(let alpha): options.prior = alpha
    case .probe(let method): options.probeMethod = method
    case .labels(let count): options.labelCount = count
    case .details(let areShown): look.showsDetails = areShown
    case .mouse(let isTaken): look.takesMouse = isTaken
    case .exportFolder(let folder): exports.folder = folder
    case .exportWidth(let width): exports.style.width = width
    case .exportFontSize(let size): exports.style.fontSize = size
    case .exportTheme(let name): exports.style.theme = name
    }
  }

  /// Every setting with what it is now.
  var settingItems: [Picker.Item] {
    Setting.Key.allCases.map { key in
      Picker.Item(title: "\(key.title): \(key.help)", detail: value(of: key), choice: .setting(key))
    }
  }

  private func value(of key: Setting.Key) -> String {
    switch key {
    case .theme: look.theme
    case .glyphs: look.glyphs?.rawValue ?? "auto"
    case .fitRange: FitRange.text(fits.standard.range)
    case .estimator: fits.standard.estimator.rawValue
    case .smoothing: options.smoothing == 0 ? "off" : "\(options.smoothing)"
    case .prior: NumberText.significant(options.prior)
    case .probe: options.probeMethod.rawValue
    case .labels: "\(options.labelCount)"
    case .details: look.showsDetails ? "on" : "off"
    case .mouse: takesMouse ? "on" : "off"
    case .exportFolder: exportFolder.isEmpty ? "." : exportFolder
    case .exportWidth: "\(exportStyle.width)"
    case .exportFontSize: "\(NumberText.significant(exportStyle.fontSize)) pt"
    case .exportTheme: exportStyle.theme ?? Setting.automaticTheme
    }
  }

  /// Goes on to the next value of a setting, or asks for one.
  mutating func change(_ key: Setting.Key) -> [Effect] {
    switch key {
    case .theme:
      return perform(.themes)
    case .glyphs:
      let all = [nil] + ChartCanvas.allCases.map(Optional.some)
      return keep(.glyphs(all.following(look.glyphs)))
    case .fitRange:
      input.ask(.standardFitRange, text: FitRange.text(fits.standard.range))
      return []
    case .estimator:
      return keep(.estimator(PowerLawFit.Estimator.allCases.following(fits.standard.estimator)))
    case .smoothing:
      return keep(.smoothing(FigureOptions.smoothings.following(options.smoothing)))
    case .prior:
      input.ask(.prior, text: NumberText.significant(options.prior))
      return []
    case .probe:
      return keep(.probe(ProbeResult.Method.allCases.following(options.probeMethod)))
    case .labels:
      input.ask(.labels, text: "\(options.labelCount)")
      return []
    case .exportFolder:
      return ask(for: key, exportFolder)
    case .exportWidth:
      return ask(for: key, "\(exportStyle.width)")
    case .exportFontSize:
      return ask(for: key, NumberText.significant(exportStyle.fontSize))
    case .exportTheme:
      let names = look.themes.map(\.name)
      return keep(.exportTheme(([nil] + names.map(Optional.some)).following(exportStyle.theme)))
    case .details:
      return keep(.details(!look.showsDetails))
    case .mouse:
      return keep(.mouse(!takesMouse)) + [.captureMouse(takesMouse)]
    }
  }

  private mutating func ask(for key: Setting.Key, _ text: String) -> [Effect] {
    input.ask(.setting(key), text: text)
    return []
  }

  /// Makes what was typed hold, or says what it has to be.
  mutating func acceptSetting(_ key: Setting.Key, _ text: String) -> [Effect] {
    let setting: Setting?
    let demand: String
    switch key {
    case .exportWidth:
      (setting, demand) = (PrintLength(text).map(Setting.exportWidth), "write a number and cm, mm, in, pt or px")
    case .exportFontSize:
      let size = Double(text.filter { $0 != " " }).flatMap { Setting.exportFontSizes.contains($0) ? $0 : nil }
      (setting, demand) = (size.map(Setting.exportFontSize), "write a number of points from 3 to 72")
    default:
      (setting, demand) = (.exportFolder(text.isEmpty || text.hasSuffix("/") ? text : text + "/"), "")
    }
    guard let setting else {
      input.judge(Prompt.Mistake(reason: demand))
      return []
    }
    input.endPrompt()
    return keep(setting)
  }

  /// Makes a setting hold, now and at the next start.
  mutating func keep(_ setting: Setting) -> [Effect] {
    let fit = fits.standard
    adopt(setting)
    return [.keep(setting)] + (fits.standard == fit ? [] : fitAll(fits.standard))
  }
}

extension Array where Element: Equatable {
  /// The element after this one, round and round.
  func following(_ element: Element) -> Element {
    let index = firstIndex(of: element) ?? count - 1
    return isEmpty ? element : self[(index + 1) % count]
  }
}
