import Analysis
import Figures

extension FigureSources {
  /// What charts of these quantities are made of, and what must be said about it: mean ranks are worked out where one is asked for.
  private func material(
    for quantities: [Quantity?], selection: ModelSelection
  ) -> (records: [AnalysisRecord], remarks: [Finding]) {
    guard quantities.contains(.meanRank), data.commonAccuracies.count > 1 else {
      return (data.records, [])
    }
    let ranking = ModelRanking(data.records, over: data.commonAccuracies, selection: selection)
    return (ranking.records, [ranking.finding])
  }

  // MARK: Scatter

  /// α against accuracy beside the loss against accuracy, then α against two other accuracies that most have, and the mean rank by all.
  var scatterFigures: [Figure] {
    var axes = [(x: "alpha", y: data.accuracies.first ?? "accuracy")]
    if let loss = data.losses.first { axes.append((loss, axes[0].y)) }
    axes += data.commonAccuracies.dropFirst().prefix(2).map { ("alpha", $0) }
    if data.commonAccuracies.count > 1 { axes.append(("alpha", Quantity.meanRank.name)) }
    let figures = axes.enumerated().map { index, pair -> Figure? in
      let choice = choice(index, x: pair.x, y: pair.y, color: data.grouping)
      guard let x = choice.x, let y = choice.y else { return nil }
      let (records, remarks) = material(for: [x, y, choice.color], selection: options.modelSelection)
      if data.kinds.contains(x) {
        return KindFigure(records, kind: x, y: y, color: choice.color, selection: options.modelSelection).figure
      }
      return ScatterFigure(
        records, x: x, y: y, color: choice.color, selection: options.modelSelection, remarks: remarks,
        prior: options.prior
      ).figure
    }
    return figures.compactMap { $0 }
  }

  // MARK: Landscape

  /// α over two settings, beside it the accuracy and the losses over the same two.
  var landscapeFigures: [Figure] {
    let settings = data.settings
    let values = ["alpha", data.accuracies.first].compactMap { $0 } + data.losses.prefix(2)
    let figures = values.enumerated().map { index, value -> Figure? in
      let choice = choice(
        index, x: settings.first, y: settings.dropFirst().first, color: value)
      guard let x = choice.x, let y = choice.y, let value = choice.color else { return nil }
      let (records, remarks) = material(for: [x, y, value], selection: options.modelSelection)
      return LandscapeFigure(
        records, x: x, y: y, value: value, selection: options.modelSelection,
        remarks: remarks + signals(value, over: [x, y])
      ).figure
    }
    return figures.compactMap { $0 }
  }

  /// Whether the loss and α rank the models of a landscape by their accuracy, on the charts of these two.
  private func signals(_ value: Quantity, over settings: [Quantity]) -> [Finding] {
    guard let loss = data.losses.first.map(Quantity.init(named:)),
      let outcome = data.accuracies.first.map(Quantity.init(named:))
    else { return [] }
    let alpha = Quantity(named: "alpha")
    guard value == alpha || value == loss else { return [] }
    let models = data.records.sweepModels(options.modelSelection, having: settings + [alpha, loss, outcome])
    guard let comparison = SignalComparison(models, first: loss, second: alpha, outcome: outcome) else { return [] }
    return [comparison.finding, comparison.correlations]
  }

  // MARK: Timeline

  /// α, the accuracy and the loss over training. The run of the selected dump is in front, then those with marked ones.
  ///
  /// - Parameter kept: the curves of these data that were made before.
  func timelineFigures(keeping kept: inout TrainingRuns?) -> [Figure] {
    let third = data.losses.first ?? "rankMe"
    let names: [String] = ["alpha", data.accuracies.first, third].compactMap { $0 }
    let quantities = names.enumerated().compactMap { choice($0.offset, y: $0.element).y }
    // Mean ranks depend on what is compared, and are worked out each time.
    let isKept = !quantities.contains(.meanRank)
    // Taken out while it finds curves, so that it is not copied.
    let known = isKept ? kept.take() : nil
    var runs = known ?? TrainingRuns(material(for: quantities, selection: .allCheckpoints).records) { titles[$0] }
    let figures = quantities.compactMap {
      runs.figure(of: $0, focus: focus, smoothing: options.smoothing).figure
    }
    if isKept { kept = runs }
    return figures
  }

  // MARK: Layers

  /// α over depth for several models, and over depth and training for the selected one.
  var layersFigures: [Figure] {
    let quantity = choice(0, y: "alpha").y ?? Quantity(named: "alpha")
    let records = material(for: [quantity, choice(1).y], selection: .allCheckpoints).records
      .filter { $0.dump.layer != nil }
    let models = layersModels(of: records)
    let profile = LayersFigure(models, quantity: quantity).figure
    let run = models.first.flatMap { $0.records.first?.dump.runID }
    let own = records.filter { $0.dump.runID == run }
    let map = LayersFigure.development(
      of: own, layers: models.first?.records.compactMap(\.dump.layer) ?? [],
      quantity: choice(1, y: quantity.name).y ?? quantity,
      title: run.map { titles[$0] } ?? "")
    return [profile, map].compactMap { $0 }
  }

  private struct RunMoment: Hashable {
    var run: RunID
    var checkpoint: Checkpoint?
  }

  /// The layers of every run at its last checkpoint, of the selected dump and the marked ones at theirs.
  private func layersModels(of records: [AnalysisRecord]) -> [RecordSeries] {
    let moments = Dictionary(grouping: records) { RunMoment(run: $0.dump.runID, checkpoint: $0.dump.checkpoint) }
    func rank(_ key: RunMoment) -> Int {
      focus.firstIndex { $0.runID == key.run && $0.checkpoint == key.checkpoint } ?? .max
    }
    let none = Checkpoint()
    // A single layer that is taken later than the others leaves their curve as it is.
    let last = Dictionary(grouping: moments.keys.filter { (moments[$0]?.count ?? 0) > 1 }, by: \.run).compactMapValues {
      keys in
      keys.max { ($0.checkpoint ?? none) < ($1.checkpoint ?? none) }
    }
    let shown = moments.keys.filter { rank($0) != .max || last[$0.run] == $0 }
    // Where none of these is what is looked at, all are.
    let isAnyFocused = shown.contains { rank($0) != .max }
    return shown.sorted { a, b in
      (rank(a), a.run.name, a.checkpoint ?? none) < (rank(b), b.run.name, b.checkpoint ?? none)
    }.compactMap { key -> RecordSeries? in
      guard let layers = moments[key], layers.count > 1 else { return nil }
      return RecordSeries(
        title: ([titles[key.run], key.checkpoint?.description].compactMap { $0 }).joined(separator: " "),
        records: layers.sorted { NaturalOrder.precedes($0.dump.layer ?? "", $1.dump.layer ?? "") },
        isFocused: rank(key) != .max || !isAnyFocused)
    }
  }
}
