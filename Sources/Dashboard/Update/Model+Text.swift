import Spectra
import TerminalCells

extension Model {
  /// Takes a printable key as text where text is being typed; false if it means something else here.
  mutating func type(_ key: KeyEvent) -> Bool {
    switch key {
    case .character(let character) where prompt != nil:
      editText { $0.append(character) }
    case .character(let character) where overlays.last?.takesText == true:
      // The key that opened the help closes it, as long as nothing has been typed.
      let isFirst = overlays.last?.kind == .help && overlays.last?.filter.isEmpty == true
      if isFirst, keymap.command(for: key, in: [.everywhere]) == .help { return false }
      editFilter { $0.append(character) }
    case .backspace where prompt == nil && overlays.last?.takesText == true:
      editFilter { _ = $0.popLast() }
    default:
      return false
    }
    return true
  }

  /// Takes pasted text where text is being typed, in one line. Elsewhere it is no command, and goes nowhere.
  mutating func paste(_ text: String) {
    notice = nil
    let line = text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
      .filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
    if prompt != nil {
      editText { $0 += line }
    } else if overlays.last?.takesText == true {
      editFilter { $0 += line }
    } else {
      (notice, noticeIsFailure) = ("pasted text is no command; it goes into a prompt, such as / for a filter", false)
    }
  }

  /// Changes the text of the prompt; what was wrong with it before is forgotten.
  mutating func editText(_ change: (inout String) -> Void) {
    guard var edited = prompt else { return }
    change(&edited.text)
    edited.error = nil
    prompt = edited
  }

  private mutating func editFilter(_ change: (inout String) -> Void) {
    guard !overlays.isEmpty else { return }
    change(&overlays[overlays.count - 1].filter)
    overlays[overlays.count - 1].scroll = 0
    overlays[overlays.count - 1].selection = 0
  }

  /// Does what the text of the prompt asks for, or says why not.
  mutating func acceptPrompt() -> [Effect] {
    guard let prompt else { return [] }
    switch prompt.purpose {
    case .filter:
      acceptFilter(prompt.text)
      return []
    case .parameter(let parameter):
      acceptParameter(parameter, prompt.text)
      return []
    case .standardFitRange:
      guard let range = FitRange(prompt.text.filter { $0 != " " }) else {
        self.prompt?.error = Self.fitRangeError
        return []
      }
      self.prompt = nil
      return keep(.fitRange(range))
    case .export(let request, let replaced):
      return acceptExport(request, prompt.text, replacing: replaced)
    case .setting(let key):
      return acceptSetting(key, prompt.text)
    case .labels:
      guard let count = Int(prompt.text.filter { $0 != " " }), count > 0 else {
        self.prompt?.error = Prompt.Mistake(reason: "write a whole number from 1")
        return []
      }
      self.prompt = nil
      return keep(.labels(count))
    case .prior:
      guard let alpha = Double(prompt.text.filter { $0 != " " }), alpha.isFinite else {
        self.prompt?.error = Prompt.Mistake(reason: "write a number, as in 1")
        return []
      }
      self.prompt = nil
      return keep(.prior(alpha))
    case .accuracy(let id, let metric):
      acceptAccuracy(prompt.text, of: id, metric: metric)
      return []
    case .fitRange:
      guard let id = selected?.record.id, let range = FitRange(prompt.text.filter { $0 != " " }) else {
        self.prompt?.error = Self.fitRangeError
        return []
      }
      self.prompt = nil
      var settings = fitSettings(of: id)
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
