import Charts
import Colors
import TOMLKit

extension Theme {
  /// The theme of a file and of those it inherits from.
  ///
  /// Keys are inherited one by one, palette included: who redefines a colour of the palette recolours what is inherited.
  /// - Parameters:
  ///   - files: the file, what it inherits from, and so on; not empty.
  ///   - name: what it is called when it does not say so.
  /// - Throws: the first wrong value. Keys that no theme has are ignored here (`TOMLFile.warnings`).
  init(_ files: [TOMLFile], name: String) throws(TOMLFile.Failure) {
    self.init(name: name)
    var palette = ThemePalette()
    for file in files.reversed() { try palette.add(file) }
    for file in files.reversed() {
      try takeUI(of: file, palette)
      try takeChart(of: file, palette)
    }
    if let file = files.first { try takeMeta(of: file) }
  }

  private mutating func takeMeta(of file: TOMLFile) throws(TOMLFile.Failure) {
    guard let meta = try file.section("meta") else { return }
    name = try file.text("name", of: meta) ?? name
    if let text = try file.text("variant", of: meta) {
      guard let known = Variant(rawValue: text) else {
        throw file.failure("it is \"dark\" or \"light\"", at: TOMLFile.Place(section: "meta", key: "variant"))
      }
      variant = known
    }
    if let value = meta["safe_for"] {
      let names = value.array?.map { $0.tomlValue.string ?? "" }
      let visions = names?.compactMap { name in ColorVision.deficient.first { $0.rawValue == name } }
      guard let visions, visions.count == names?.count else {
        throw file.failure(
          "it is a list of \(ColorVision.deficient.map(\.rawValue).joined(separator: ", "))",
          at: TOMLFile.Place(section: "meta", key: "safe_for"))
      }
      safeFor = Set(visions)
    }
  }

  private mutating func takeUI(of file: TOMLFile, _ palette: ThemePalette) throws(TOMLFile.Failure) {
    for (key, value) in try file.section("ui") ?? TOMLTable() {
      guard let role = UIRole(rawValue: key) else { continue }
      ui[role] = try palette.color(value.tomlValue, in: file, at: TOMLFile.Place(section: "ui", key: key))
    }
  }

  private mutating func takeChart(of file: TOMLFile, _ palette: ThemePalette) throws(TOMLFile.Failure) {
    for (key, value) in try file.section("chart") ?? TOMLTable() {
      let place = TOMLFile.Place(section: "chart", key: key)
      switch key {
      case "series":
        series = try file.list(value.tomlValue, at: place) { value throws(TOMLFile.Failure) in
          try SeriesStyle(value, palette, in: file, at: place)
        }
      case "sequential", "diverging":
        let ramp = try file.list(value.tomlValue, at: place) { value throws(TOMLFile.Failure) in
          try palette.color(value, in: file, at: place)
        }
        if key == "sequential" { sequential = ramp } else { diverging = ramp }
      default:
        guard let role = ChartRole(themeKey: key) else { continue }
        chart[role] = try palette.color(value.tomlValue, in: file, at: place)
      }
    }
  }
}

extension SeriesStyle {
  fileprivate init(
    _ value: TOMLValue, _ palette: ThemePalette, in file: TOMLFile, at place: TOMLFile.Place
  ) throws(TOMLFile.Failure) {
    guard let table = value.table else {
      throw file.failure("an element is a table of color, marker and line", at: place)
    }
    self.init()
    if let color = table["color"] { self.color = try palette.color(color.tomlValue, in: file, at: place) }
    if let marker = table["marker"] { self.marker = try file.choice(marker.tomlValue, of: "marker", at: place) }
    if let line = table["line"] { self.line = try file.choice(line.tomlValue, of: "line", at: place) }
  }
}

extension TOMLFile {
  /// What this theme inherits from, by name.
  var parent: String? {
    get throws(Failure) { try section("meta").flatMap { meta throws(Failure) in try text("inherits", of: meta) } }
  }

  fileprivate func text(_ key: String, of meta: TOMLTable) throws(Failure) -> String? {
    guard let value = meta[key] else { return nil }
    guard let text = value.string else { throw failure("it is not a text", at: Place(section: "meta", key: key)) }
    return text
  }

  fileprivate func list<Element>(
    _ value: TOMLValue, at place: Place, _ element: (TOMLValue) throws(Failure) -> Element
  ) throws(Failure) -> [Element] {
    guard let array = value.array else { throw failure("it is not a list", at: place) }
    var elements: [Element] = []
    for value in array { elements.append(try element(value.tomlValue)) }
    return elements
  }

  fileprivate func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: TOMLValue, of kind: String, at place: Place
  ) throws(Failure) -> Choice where Choice.RawValue == String {
    if let choice = value.string.flatMap(Choice.init) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw failure("a \(kind) is one of \(known)", at: place.mentioning(value.string ?? kind))
  }
}
