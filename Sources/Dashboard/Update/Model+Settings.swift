extension Model {
  /// Makes a setting hold. What `eigentop` was started with comes this way too.
  public mutating func adopt(_ setting: Setting) { setting.key.adopt(setting, &self) }

  /// Every setting with what it is now.
  var settingItems: [Picker.Item] {
    Setting.all.map { key in
      Picker.Item(title: "\(key.title): \(key.help)", detail: key.shown(self), choice: .setting(key))
    }
  }

  /// Goes on to the next value of a setting, or asks for one.
  mutating func change(_ key: Setting.Key) -> [Effect] {
    let hadMouse = takesMouse
    return key.change(&self) + (takesMouse == hadMouse ? [] : [.captureMouse(takesMouse)])
  }

  /// Makes what was typed hold, or says what it has to be.
  mutating func acceptSetting(_ key: Setting.Key, _ text: String) -> [Effect] {
    guard let setting = key.typed(text) else {
      input.judge(Prompt.Mistake(reason: key.objection))
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
