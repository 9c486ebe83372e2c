import ChartCells
import Spectra

extension Model {
  /// Makes a setting hold. What `eigentop` was started with comes this way too.
  public mutating func adopt(_ setting: Setting) {
    switch setting {
    case .theme(let name): (theme, drawnTheme) = (name, name)
    case .glyphs(let canvas): glyphs = canvas
    case .fitRange(let range): fitSettings.range = range
    case .estimator(let estimator): fitSettings.estimator = estimator
    case .smoothing(let share): smoothing = share
    case .prior(let alpha): prior = alpha
    case .probe(let method): probeMethod = method
    case .labels(let count): labelCount = count
    case .details(let areShown): showsDetails = areShown
    case .mouse(let isTaken): takesMouse = isTaken
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
    case .theme: theme
    case .glyphs: glyphs?.rawValue ?? "auto"
    case .fitRange: FitRange.text(fitSettings.range)
    case .estimator: fitSettings.estimator.rawValue
    case .smoothing: smoothing == 0 ? "off" : "\(smoothing)"
    case .prior: NumberText.significant(prior)
    case .probe: probeMethod.rawValue
    case .labels: "\(labelCount)"
    case .details: showsDetails ? "on" : "off"
    case .mouse: takesMouse ? "on" : "off"
    }
  }

  /// Goes on to the next value of a setting, or asks for one.
  mutating func change(_ key: Setting.Key) -> [Effect] {
    switch key {
    case .theme:
      return perform(.themes)
    case .glyphs:
      let all = [nil] + ChartCanvas.allCases.map(Optional.some)
      return keep(.glyphs(all.following(glyphs)))
    case .fitRange:
      prompt = Prompt(purpose: .standardFitRange, text: FitRange.text(fitSettings.range))
      return []
    case .estimator:
      return keep(.estimator(PowerLawFit.Estimator.allCases.following(fitSettings.estimator)))
    case .smoothing:
      return keep(.smoothing(Self.smoothings.following(smoothing)))
    case .prior:
      prompt = Prompt(purpose: .prior, text: NumberText.significant(prior))
      return []
    case .probe:
      return keep(.probe(ProbeResult.Method.allCases.following(probeMethod)))
    case .labels:
      prompt = Prompt(purpose: .labels, text: "\(labelCount)")
      return []
    case .details:
      return keep(.details(!showsDetails))
    case .mouse:
      return keep(.mouse(!takesMouse)) + [.captureMouse(takesMouse)]
    }
  }

  /// Makes a setting hold, now and at the next start.
  mutating func keep(_ setting: Setting) -> [Effect] {
    let fit = fitSettings
    adopt(setting)
    return [.keep(setting)] + (fitSettings == fit ? [] : fitAll(fitSettings))
  }
}

extension Array where Element: Equatable {
  /// The element after this one, round and round.
  func following(_ element: Element) -> Element {
    let index = firstIndex(of: element) ?? count - 1
    return isEmpty ? element : self[(index + 1) % count]
  }
}
