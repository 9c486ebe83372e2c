import Analysis
import Charts
import TerminalCells

/// What an overlay says: a title and lines that scroll.
struct OverlayText: Equatable {
  /// A line in two parts, such as keys and what they do.
  struct Line: Equatable {
    var key = ""
    var text = ""
    var role = UIRole.foreground
  }

  let title: String
  let lines: [Line]

  init(_ model: Model, _ overlay: Overlay, width: Int) {
    switch overlay.kind {
    case .help:
      title = "Help: \(model.screen.title)" + (overlay.filter.isEmpty ? "" : " · \(overlay.filter)")
      let matching = Self.help(for: model.screen).filter { overlay.filter.isEmpty || $0.contains(overlay.filter) }
      lines = matching.isEmpty ? [Line(text: "no key does that here", role: .dim)] : matching
    case .activity:
      title = "Activity"
      lines = Self.activity(of: model, width: width)
    }
  }

  private static func help(for screen: Screen) -> [Line] {
    let bindings = Keymap.bindings(in: [.screen(screen), .everywhere])
    let sorting = Keymap.bindings(in: [.sortChord])
    return bindings.flatMap { binding in
      [Line(key: binding.keyNames, text: binding.help)]
        + (binding.command == .beginSort
          ? sorting.map { Line(key: "s \($0.keyNames)", text: "sort by \($0.help)") } : [])
    }
  }

  /// What is running, what failed and why, what was warned about; the most urgent first.
  private static func activity(of model: Model, width: Int) -> [Line] {
    let records = model.dumps.runs.flatMap(\.dumps).compactMap { model.dumps[$0] }
    let running = records.filter { $0.percentDone != nil }.map { entry in
      ("\(entry.record.dump.path)", [progress(of: entry)])
    }
    let failed = records.compactMap { entry in
      entry.record.failure.map { ("\(entry.record.dump.path)", [$0.message]) }
    }
    let warned = records.filter { !$0.record.warnings.isEmpty }.map { entry in
      ("\(entry.record.dump.path)", entry.record.warnings.map(\.message))
    }
    let waiting = model.dumps.queuedCount
    return section("Running", running, .live, width: width)
      + (waiting > 0 ? [Line(text: "\(waiting) more \(waiting == 1 ? "waits" : "wait")", role: .stale)] : [])
      + section("Failed", failed, .error, width: width)
      + section("Besides the dumps", model.problems.map { ($0, []) }, .warning, width: width)
      + section("Warnings", warned, .warning, width: width)
      + section("Between dumps", comparability(of: records.map(\.record)), .warning, width: width)
      + (running.isEmpty && failed.isEmpty && warned.isEmpty && model.problems.isEmpty && waiting == 0
        ? [Line(text: "nothing is running, nothing failed, and there is nothing to warn about", role: .ok)] : [])
  }

  private static func comparability(of records: [AnalysisRecord]) -> [(name: String, texts: [String])] {
    AnalysisRecord.comparability(of: records).map { ($0.message, []) }
  }

  private static func progress(of entry: DumpEntry) -> String {
    let memory = entry.record.requiredMemory.map { ", takes \(NumberText.mebibytes($0))" } ?? ""
    return "\(entry.percentDone ?? 0) % of \(DumpText.shape(entry.record.shape))\(memory)"
  }

  private static func section(
    _ title: String, _ items: [(name: String, texts: [String])], _ role: UIRole, width: Int
  ) -> [Line] {
    guard !items.isEmpty else { return [] }
    let lines = items.flatMap { item in
      DetailsText.wrapped(item.name, width: max(1, width - 2)).map { Line(text: "  \($0)") }
        + item.texts.flatMap { DetailsText.wrapped($0, width: max(1, width - 4)) }.map {
          Line(text: "    \($0)", role: .dim)
        }
    }
    return [Line(text: "\(title) (\(items.count))", role: role)] + lines
  }
}

extension OverlayText.Line {
  /// Whether key or text has the words, in any case.
  fileprivate func contains(_ words: String) -> Bool {
    "\(key) \(text)".lowercased().contains(words.lowercased())
  }
}
