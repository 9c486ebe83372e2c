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
      let matching = Self.help(for: model).filter { overlay.filter.isEmpty || $0.contains(overlay.filter) }
      lines = matching.isEmpty ? [Line(text: "no key does that here", role: .dim)] : matching
    case .activity:
      title = "Activity"
      lines = Self.activity(of: model, width: width)
    case .probe:
      title = model.selected.map { "Probe: \(DumpText.full($0.record.dump, in: model.dumps))" } ?? "Probe"
      let own = model.selected.map { model.dumps.ownAccuracies(of: $0.id) } ?? OwnAccuracies()
      lines = ProbeReport(own, method: model.options.probeMethod, width: width).lines
    case .picker:
      // Drawn by `PickerView`.
      (title, lines) = ("", [])
    }
  }

  private static func help(for model: Model) -> [Line] {
    func lines(in contexts: [KeyBinding.Context]) -> [KeyBinding] {
      model.keymap.bindings(in: contexts).filter { !$0.keys.isEmpty }
    }
    func lines(after binding: KeyBinding, _ chord: KeyBinding.Context, _ words: String) -> [Line] {
      lines(in: [chord]).map { Line(key: "\(binding.keys[0].symbol) \($0.keyNames)", text: "\(words) \($0.help)") }
    }
    return lines(in: (model.screen == .models ? [] : [.crosshair]) + model.screenContexts).flatMap { binding in
      let chord: [Line] =
        switch binding.command {
        case .beginSort: lines(after: binding, .sortChord, "sort by")
        case .beginAxes: lines(after: binding, .axesChord, "logarithmic:")
        default: []
        }
      return [Line(key: binding.keyNames, text: binding.help)] + chord
    }
  }

  /// What is running, what failed and why, what was warned about; the most urgent first.
  private static func activity(of model: Model, width: Int) -> [Line] {
    let records = model.dumps.runs.flatMap(\.dumps).compactMap { model.dumps[$0] }
    let watched = model.news.watching.map { ("\($0.root)", [WatchText.long($0.method)]) }
    let running = records.filter { $0.percentDone != nil }.map { entry in
      ("\(entry.record.dump.id)", [progress(of: entry, width: width)])
    }
    let alerting = records.compactMap { entry in
      model.news.alerts[entry.id].map { ("\(entry.record.dump.id)", $0.map { rule in "\(rule)" }) }
    }
    let failed = records.compactMap { entry in
      entry.record.failure.map { ("\(entry.record.dump.id)", [$0.message]) }
    }
    let warned = records.compactMap { entry in
      // What mostly holds for all is said once.
      let messages = entry.record.warnings.filter { $0.code != .fewSamples }.map(\.message)
      return messages.isEmpty ? nil : ("\(entry.record.dump.id)", messages)
    }
    let all = records.map(\.record)
    let common = (AnalysisRecord.comparability(of: all) + AnalysisRecord.fewSamples(in: all)).map(\.message)
    let waiting = model.dumps.queuedCount
    return section("Running", running, .live, width: width)
      + (waiting > 0 ? [Line(text: "\(waiting) more \(waiting == 1 ? "waits" : "wait")", role: .stale)] : [])
      + section("Failed", failed, .error, width: width)
      + section("Besides the dumps", messages: model.news.problems, width: width)
      + section("Alerts", alerting, .error, width: width)
      + recent(model, width: width)
      + section("Warnings", warned, .warning, width: width)
      + section("Between dumps", messages: common, width: width)
      + section("Watching", watched, .dim, width: width)
      + (running.isEmpty && failed.isEmpty && warned.isEmpty && common.isEmpty && model.news.problems.isEmpty
        && waiting == 0
        ? [Line(text: "nothing is running, nothing failed, and there is nothing to warn about", role: .ok)] : [])
  }

  private static func progress(of entry: DumpEntry, width: Int) -> String {
    let percent = entry.percentDone ?? 0
    let memory = entry.record.requiredMemory.map { ", takes \(NumberText.mebibytes($0))" } ?? ""
    var rate = ""
    if case .computing(_, let perSecond) = entry.state, perSecond > 0 {
      rate = ", \(NumberText.significant(perSecond)) rows/s"
    }
    let bar = ProgressBar(percent: percent, width: min(20, max(0, width - 50)))
    return "\(bar.text)\(percent) % of \(DumpText.shape(entry.record.shape))\(rate)\(memory)"
  }

  /// The results that came last, with what they say.
  private static func recent(_ model: Model, width: Int) -> [Line] {
    let results = model.news.results.prefix(10).compactMap { result in
      model.dumps[result.dump].map { entry in
        let failure = entry.record.failure.map { WrappedText.shortened($0.message, to: width / 2) }
        let alpha = entry.record.alpha.map { "α \(NumberText.fixed($0, 3))" } ?? failure ?? "no α"
        let what = "  \(result.time)  \(alpha)  "
        let path = WrappedText.shortenedPath("\(entry.record.dump.id)", to: width - what.displayWidth)
        return Line(text: what + path, role: .dim)
      }
    }
    return results.isEmpty ? [] : [Line(text: "Last results", role: .ok)] + results
  }

  /// What there is to say about files.
  private static func section(
    _ title: String, _ items: [(path: String, texts: [String])], _ role: UIRole, width: Int
  ) -> [Line] {
    guard !items.isEmpty else { return [] }
    let lines = items.flatMap { item in
      WrappedText.path(item.path, width: max(1, width - 2)).map { Line(text: "  \($0)") }
        + item.texts.flatMap { WrappedText.words($0, width: max(1, width - 4)) }.map {
          Line(text: "    \($0)", role: .dim)
        }
    }
    return [Line(text: "\(title) (\(items.count))", role: role)] + lines
  }

  /// What there is to say besides.
  private static func section(_ title: String, messages: [String], width: Int) -> [Line] {
    guard !messages.isEmpty else { return [] }
    let lines = messages.flatMap { WrappedText.words($0, width: max(1, width - 2)) }
    return [Line(text: "\(title) (\(messages.count))", role: .warning)] + lines.map { Line(text: "  \($0)") }
  }
}

extension OverlayText.Line {
  /// Whether key or text has the words, in any case.
  fileprivate func contains(_ words: String) -> Bool {
    "\(key) \(text)".lowercased().contains(words.lowercased())
  }
}
