import Analysis
import Charts
import Spectra
import TerminalCells

/// The words and numbers of `DetailsView`.
struct DetailsText {
  struct Span: Equatable {
    var text: String
    var role: UIRole

    init(_ text: String, _ role: UIRole = .foreground) {
      self.text = text
      self.role = role
    }
  }

  private let entry: DumpEntry
  private let varyingHyperparameters: Set<String>
  private let hasOwnFit: Bool
  private let probe: OwnAccuracies.Probe?
  /// Which dumps the keys that move the ranks mean; nil where there are no such keys.
  private let scope: String?
  private var record: AnalysisRecord { entry.record }
  private var dump: Dump { entry.record.dump }

  init(_ entry: DumpEntry, in model: Model) {
    self.entry = entry
    varyingHyperparameters = model.dumps.varyingHyperparameters
    hasOwnFit = model.fits.isOwn(entry.id)
    probe = model.dumps.ownAccuracies(of: entry.id).probe
    scope = model.screen == .spectrum ? (model.fits.meanAll ? "all dumps" : "this dump") : nil
  }

  /// A list of labelled numbers where there is height for it, otherwise a few dense lines.
  func lines(width: Int, height: Int) -> [[Span]] {
    let isTall = height >= 8
    var lines = [
      [Span(dump.run, .title)], [Span(origin + (isTall || !record.hasFewSamples ? "" : " (few rows)"), .dim)],
    ]
    if isTall {
      if let file = dump.path.lastComponent { lines.append([Span(file.string, .dim)]) }
      lines += dump.joining.map { WrappedText.words($0, width: width).map { [Span($0, .dim)] } } ?? []
    }
    let settings = DumpText.hyperparameters(dump, varying: varyingHyperparameters)
    lines += WrappedText.items(settings, separator: " · ", width: width).prefix(isTall ? 2 : 0).map { [Span($0, .dim)] }
    if let failure = record.failure {
      return lines + WrappedText.words(failure.message, width: width).map { [Span($0, .error)] }
    }
    guard record.summary != nil else {
      let memory = record.requiredMemory.map { " · takes \(NumberText.mebibytes($0))" } ?? ""
      return lines + [[Span((entry.state == .queued ? "queued" : "computing") + memory, .live)]]
    }
    if isTall {
      let notices = record.warnings.flatMap { WrappedText.words($0.message, width: width) }.map { [Span($0, .warning)] }
      let room = max(3, height - lines.count - min(notices.count, 3))
      lines += Self.table(facts, width: width, rows: room) + notices
    } else {
      // There is no line to spare: a warning about this dump takes that of where it comes from.
      if let warning = record.warnings.first(where: { $0.code != .fewSamples }) {
        lines[1] = [Span("⚠ \(warning.message)", .warning)]
      }
      lines += Self.flow(facts, width: width)
    }
    return lines
  }

  /// `epoch 8 · seed 0 · 512×256 float16`.
  private var origin: String {
    let parts = [
      dump.layer, dump.checkpoint?.description, dump.seed.map { "seed \($0)" },
      record.shape.map { "\(DumpText.shape($0)) \($0.dataType)" },
      dump.files.count > 1 ? "\(dump.files.count) files" : nil,
      record.shape?.tokens.flatMap { $0 == .flatten ? nil : "tokens: \($0.rawValue)" },
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  /// Labels and values, most wanted first.
  private var facts: [(label: String, value: String)] {
    let summary = record.summary
    let fit = summary?.fit
    var facts = [
      ("α", (record.isPreview ? "≈ " : "") + number(.alpha, 3)),
      ("R²", NumberText.fixed(fit?.rSquared, 4)),
      ("ranks", fit.map { "\($0.range)" + (hasOwnFit ? " (only here)" : "") } ?? "—"),
    ]
    if let interval = record.uncertainty?.measures[.alpha]?.interval {
      facts.insert(
        ("95 %", "\(NumberText.fixed(interval.lowerBound, 3))…\(NumberText.fixed(interval.upperBound, 3))"), at: 1)
    }
    if let uncertainty = record.uncertainty {
      let remarks = [
        uncertainty.method == .infinitesimalJackknife ? "to first order" : nil, uncertainty.objects.remark,
      ].compactMap(\.self)
      if !remarks.isEmpty { facts.append(("intervals", remarks.joined(separator: ", "))) }
    }
    if let accuracy = record.accuracy {
      facts.append(
        (accuracy.name, NumberText.fixed(accuracy.value, 2) + accuracy.join.remark))
    }
    if let probe { facts.append(("probe", ProbeText(probe).text)) }
    if let scope { facts.append(("keys move", scope)) }
    facts.append(("estimator", fit?.estimator.rawValue ?? "—"))
    facts += [
      ("RankMe", number(.rankMe, 2)),
      ("eff. rank", number(.effectiveRank, 2)),
      ("part. ratio", number(.participationRatio, 2)),
      ("stable rank", number(.stableRank, 2)),
      ("condition", NumberText.significant(summary?.ranks?.conditionNumber)),
      ("variance", NumberText.significant(summary?.totalVariance)),
      (
        "resolved",
        record.isPreview
          ? "—" : summary.map { "\($0.resolvableRank) of \(record.shape?.featureCount ?? $0.resolvableRank)" } ?? "—"
      ),
    ]
    let others = dump.metrics.filter { $0.key != record.accuracy?.name && $0.value.join != .probed }
      .sorted { $0.key < $1.key }
    return facts + others.map { ($0.key, NumberText.significant($0.value.value) + $0.value.join.remark) }
  }

  /// A measure with its standard error, where that is known.
  private func number(_ measure: Measure, _ decimals: Int) -> String {
    let value = NumberText.fixed(record.value(of: measure), decimals)
    guard let error = record.uncertainty?.measures[measure]?.standardError else { return value }
    return "\(value) ± \(NumberText.fixed(error, decimals))"
  }

  /// One fact per line; in several columns where they would not fit otherwise.
  private static func table(_ facts: [(label: String, value: String)], width: Int, rows: Int) -> [[Span]] {
    let columns = max(1, min((facts.count + rows - 1) / max(1, rows), width / 26))
    let height = min(rows, (facts.count + columns - 1) / columns)
    let columnWidth = width / columns
    return (0..<height).map { row in
      (0..<columns).flatMap { column -> [Span] in
        let inColumn = facts[min(facts.count, column * height)..<min(facts.count, (column + 1) * height)]
        guard row < inColumn.count else { return [] }
        let fact = inColumn[inColumn.startIndex + row]
        let labelWidth = min(columnWidth / 2, inColumn.map(\.label.displayWidth).max() ?? 0)
        let valueWidth = columnWidth - labelWidth - 2
        return [
          Span(padded(clipped(fact.label, to: labelWidth), to: labelWidth + 1), .dim),
          Span(
            padded(clipped(fact.value, to: valueWidth), to: valueWidth + 1), fact.label == "α" ? .title : .foreground),
        ]
      }
    }
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.displayWidth))
  }

  /// Facts one after another, broken into lines.
  private static func flow(_ facts: [(label: String, value: String)], width: Int) -> [[Span]] {
    var lines: [[Span]] = [[]]
    var used = 0
    for fact in facts {
      let length = fact.label.displayWidth + fact.value.displayWidth + 4
      if used > 0, used + length > width {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1] += [
        Span(fact.label + " ", .dim), Span(fact.value + "   ", fact.label == "α" ? .title : .foreground),
      ]
      used += length
    }
    return lines
  }

  private static func clipped(_ text: String, to width: Int) -> String {
    guard text.displayWidth > width else { return text }
    var clipped = ""
    for character in text {
      guard (clipped + String(character)).displayWidth < width else { break }
      clipped.append(character)
    }
    return clipped + "…"
  }
}

extension ReplicateSpectra.Objects {
  /// What is left out as a whole, where that is more than a row.
  fileprivate var remark: String? {
    switch kind {
    case .rows: nil
    case .images: "without images, of \(count)"
    case .views, .ids: "without objects, of \(count)"
    }
  }
}
