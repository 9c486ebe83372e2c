import Spectra
import TerminalCells

extension Model {
  /// Takes a printable key as text where text is being typed; false if it means something else here.
  mutating func type(_ key: KeyEvent) -> Bool {
    switch key {
    case .character(let character) where input.prompt != nil:
      input.edit { $0.append(character) }
    case .character(let character) where input.filtersOverlay:
      // The key that opened the help closes it, as long as nothing has been typed.
      let isFirst = input.overlays.last?.kind == .help && input.overlays.last?.filter.isEmpty == true
      if isFirst, keymap.command(for: key, in: [.everywhere]) == .help { return false }
      input.editFilter { $0.append(character) }
    case .backspace where input.prompt == nil && input.filtersOverlay:
      input.editFilter { _ = $0.popLast() }
    default:
      return false
    }
    return true
  }

  /// Takes pasted text where text is being typed, in one line. Elsewhere it is no command, and goes nowhere.
  mutating func paste(_ text: String) {
    input.hush()
    let line = text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
      .filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
    if input.prompt != nil {
      input.edit { $0 += line }
    } else if input.filtersOverlay {
      input.editFilter { $0 += line }
    } else {
      input.say("pasted text is no command; it goes into a prompt, such as / for a filter")
    }
  }

  /// Does what the text of the prompt asks for, or says why not.
  mutating func acceptPrompt() -> [Effect] {
    guard let prompt = input.prompt else { return [] }
    switch prompt.purpose {
    case .filter:
      acceptFilter(prompt.text)
      return []
    case .parameter(let parameter):
      acceptParameter(parameter, prompt.text)
      return []
    case .export(let request, let replaced):
      return acceptExport(request, prompt.text, replacing: replaced)
    case .setting(let key):
      return acceptSetting(key, prompt.text)
    case .accuracy(let id, let metric):
      acceptAccuracy(prompt.text, of: id, metric: metric)
      return []
    case .fitRange:
      guard let id = selected?.record.id, let range = FitRange(prompt.text.filter { $0 != " " }) else {
        input.judge(Self.fitRangeError)
        return []
      }
      input.endPrompt()
      var settings = fits.settings(of: id)
      settings.range = range
      return fit(settings)
    }
  }
}

extension Model {
  private static let fitRangeError = Prompt.Mistake(reason: "write first...last, as in 11...100")
}

extension FitRange {
  /// The range as it can be typed on any keyboard: `11...100`.
  static func text(_ range: FitRange) -> String { "\(range.first)...\(range.last)" }
}
