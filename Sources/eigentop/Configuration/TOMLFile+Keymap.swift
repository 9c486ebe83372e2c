import Dashboard
import Foundation
import TerminalCells
import TOMLKit

extension TOMLFile {
  /// The table `[keys]`: for each thing to do a key, or a list of keys. What is wrong in it is a warning with its line, and the
  /// standard keys stay.
  func keymap() throws(Failure) -> (keymap: Keymap, warnings: [String]) {
    var (changes, warnings): ([String: [KeyEvent]], [String]) = ([:], [])
    for (name, value) in try section("keys") ?? TOMLTable() {
      let place = Place(section: "keys", key: name)
      guard let names = value.tomlValue.keyNames else {
        warnings.append(warning("it is a key as in \"Ctrl-D\", or a list of keys", at: place))
        continue
      }
      if let wrong = names.first(where: { KeyEvent($0) == nil }) {
        let reason = "'\(wrong.visible)' is no key; write j, Space, Enter, S-Tab, PgUp, F2, Ctrl-D or Alt-x, say"
        warnings.append(warning(reason, at: Place(section: "keys", key: name, word: wrong)))
        continue
      }
      changes[name] = names.compactMap { KeyEvent($0) }
    }
    let (keymap, objections) = Keymap.standard(with: changes)
    warnings += objections.map { warning($0.reason, at: Place(section: "keys", key: $0.name)) }
    return (keymap, warnings.sorted { $0.compare($1, options: .numeric) == .orderedAscending })
  }
}

extension TOMLValue {
  /// One text, or a list of texts; nil for anything else.
  fileprivate var keyNames: [String]? {
    if let name = string { return [name] }
    guard let array else { return nil }
    let names = array.compactMap { $0.tomlValue.string }
    return names.count == array.count ? names : nil
  }
}
