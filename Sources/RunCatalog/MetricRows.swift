/// Takes the rows of a metric log one after another. Cells are UTF-8 with a character for every byte.
struct MetricRows {
  private(set) var log = MetricLog()
  /// Line of the file, counted from 1, on which the next row starts.
  private(set) var line: Int
  /// `0,5` beside semicolons.
  private let usesDecimalCommas: Bool

  init(usesDecimalCommas: Bool = false, line: Int = 1) {
    self.usesDecimalCommas = usesDecimalCommas
    self.line = line
  }

  mutating func finish() { log.finish() }

  private enum Column: Hashable {
    case epoch, step, metric(String)
    /// Without a name, or with that of a column before it.
    case ignored
  }

  private struct Oddity: Hashable {
    enum Kind {
      case notANumber, notFinite, notWhole, surplusCells, repeatedColumn, noHeader
    }

    var kind: Kind
    /// Name of the column; empty where the row as a whole is odd.
    var column: String
  }

  private struct Occurrences {
    var firstLine: Int
    var firstText: String
    var count = 0
  }

  private var columns: [Column] = []
  private var oddities: [Oddity: Occurrences] = [:]
  private var numericColumns: Set<String> = []

  /// Names of columns that say when a row was logged.
  private static let epochNames: Set = ["epoch", "ep", "epochs", "trainer/epoch"]
  private static let stepNames: Set = ["step", "global_step", "iteration", "iter", "trainer/global_step", "steps"]

  /// Takes the names of the columns. A first row of numbers has none: its columns are called by their numbers.
  mutating func readHeader(_ names: [String]) {
    guard names.contains(where: { number(in: $0) != nil }),
      !names.contains(where: { !$0.trimmed.isEmpty && number(in: $0) == nil })
    else { return takeNames(names) }
    note(.noHeader, in: "", text: names.first ?? "")
    columns = names.indices.map { .metric("column \($0 + 1)") }
    read(names)
  }

  private mutating func takeNames(_ names: [String]) {
    var seen: Set<String> = []
    var (hasEpoch, hasStep) = (false, false)
    columns = names.map { cell in
      let name = Self.decode(cell).trimmed
      guard !name.isEmpty else { return .ignored }
      guard seen.insert(name).inserted else {
        note(.repeatedColumn, in: name, text: cell)
        return .ignored
      }
      if Self.epochNames.contains(name.lowercased()), !hasEpoch {
        hasEpoch = true
        return .epoch
      }
      if Self.stepNames.contains(name.lowercased()), !hasStep {
        hasStep = true
        return .step
      }
      return .metric(name)
    }
    advance(past: names)
  }

  /// Whether a row is a header again, as a resumed training appends one: words, of which most are names known already.
  private func isHeader(_ cells: [String]) -> Bool {
    let words = cells.map { Self.decode($0).trimmed }.filter { !$0.isEmpty }
    guard words.count > 1, words.allSatisfy({ number(in: $0) == nil && !Self.missing.contains($0.lowercased()) }) else {
      return false
    }
    let known = words.count { word in
      Self.epochNames.contains(word.lowercased()) || Self.stepNames.contains(word.lowercased())
        || columns.contains(.metric(word))
    }
    return 2 * known >= words.count
  }

  /// Cells where nothing was measured.
  private static let missing: Set = ["na", "n/a", "null", "none", "-", "--", "<na>"]

  /// A number of the dialect; `65%` is 65.
  private func number(in cell: String) -> Double? {
    var text = cell.trimmed[...]
    if text.last == "%" { text = text.dropLast() }
    if let value = Double(text) { return value }
    return usesDecimalCommas ? Double(text.replacing(",", with: ".")) : nil
  }

  mutating func read(_ cells: [String]) {
    if isHeader(cells) { return takeNames(cells) }
    var epoch: Int?
    var step: Int?
    for (column, cell) in zip(columns, cells) {
      switch column {
      case .epoch: epoch = ordinal(cell, in: "epoch")
      case .step: step = ordinal(cell, in: "step")
      case .metric, .ignored: break
      }
    }
    for (column, cell) in zip(columns, cells) {
      guard case .metric(let name) = column, let value = number(cell, in: name) else { continue }
      log.record(value, in: name, epoch: epoch, step: step)
    }
    if cells.count > columns.count { note(.surplusCells, in: "", text: cells[columns.count]) }
    advance(past: cells)
  }

  /// What was left out, in the order of the lines. A column without a single number is text, and no reason to complain.
  var complaints: [(line: Int, reason: String, otherCount: Int)] {
    oddities
      .filter { $0.key.kind != .notANumber || numericColumns.contains($0.key.column) }
      .sorted { ($0.value.firstLine, $0.key.column) < ($1.value.firstLine, $1.key.column) }
      .map { ($0.value.firstLine, Self.reason($0.key, $0.value), $0.value.count - 1) }
  }

  /// A number; nil for an empty cell and for what is noted as an oddity.
  private mutating func number(_ cell: String, in column: String) -> Double? {
    let text = cell.trimmed
    guard !text.isEmpty, !Self.missing.contains(text.lowercased()) else { return nil }
    guard let value = number(in: text) else {
      note(.notANumber, in: column, text: cell)
      return nil
    }
    numericColumns.insert(column)
    if !value.isFinite { note(.notFinite, in: column, text: cell) }
    return value
  }

  /// A whole number, which pandas writes as `3.0` in a column with gaps.
  private mutating func ordinal(_ cell: String, in column: String) -> Int? {
    guard let value = number(cell, in: column) else { return nil }
    if Int(exactly: value) == nil { note(.notWhole, in: column, text: cell) }
    return Int(exactly: value)
  }

  private mutating func note(_ kind: Oddity.Kind, in column: String, text: String) {
    oddities[Oddity(kind: kind, column: column), default: Occurrences(firstLine: line, firstText: text)].count += 1
  }

  private mutating func advance(past cells: [String]) {
    line += 1
    // A quoted cell may go over several lines.
    for cell in cells { line += cell.utf8.count { $0 == UInt8(ascii: "\n") } }
  }

  private static func decode(_ cell: String) -> String {
    String(decoding: cell.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
  }

  private static func reason(_ oddity: Oddity, _ occurrences: Occurrences) -> String {
    let text = "'\(decode(occurrences.firstText).trimmed.prefix(40))'"
    return switch oddity.kind {
    case .notANumber: "column '\(oddity.column)': \(text) is no number"
    case .notFinite: "column '\(oddity.column)': \(text) is not finite"
    case .notWhole: "column '\(oddity.column)': \(text) is no whole number"
    case .surplusCells: "more cells than the header has names, from \(text) on"
    case .noHeader:
      "no names of columns in the first line, which begins with \(text): columns are called by their numbers"
    case .repeatedColumn: "column \(text) is there before; the first is read"
    }
  }
}
