import Analysis
import ArgumentParser
import Figures
import Goldilocks
import Spectra

struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Order the models of a directory by a measure.",
    discussion: """
      The largest value first, or with --toward the nearest to a value: a proxy for architecture search, say. Equal values share a rank \
      (3=). With --group also the mean of each kind of models, such as effective rank by architecture, among those of one N × D, and whether \
      kinds differ (analysis of variance). With --uncertainty measures have 95 % intervals; joined seeds have their standard deviation.
      """)

  @Option(help: ArgumentHelp("A measure, metric or hyperparameter.", valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp("The best value there could be.", valueName: "value"))
  var toward: Double?

  @Option(help: ArgumentHelp("What kinds of models are told apart by, such as architecture.", valueName: "name"))
  var group: String?

  @Flag(help: "95 % intervals of measures by a jackknife over rows. Takes longer.") var uncertainty = false

  @OptionGroup var options: SweepOptions

  func validate() throws {
    if let toward, !toward.isFinite { throw ValidationError("--toward takes a finite number") }
  }

  func run() throws {
    let sweep = try AnalyzedSweep(options, quantities: [by], uncertainty: uncertainty)
    let quantity = sweep.quantity(named: by)
    let selection = options.selection(joinedByDefault: false)
    let models = sweep.records.sweepModels(selection, having: [quantity])
    let values = models.map { $0.value(of: quantity) ?? .nan }
    let order = OrderedValues(values, toward: toward)
    guard !order.places.isEmpty else { throw AnalyzedSweep.fail("no model has \(by)") }
    if quantity.name == Measure.alpha.rawValue {
      for warning in AnalysisRecord.comparability(of: models.flatMap(\.records)) {
        StandardStreams.printWarning("eigentop: \(warning.message)")
      }
    }
    let rows = order.places.map { place in
      RankJSON.Row(
        models[place.index], place, value: values[place.index], interval: models[place.index].interval(of: quantity))
    }
    let comparison = try group.map { try compare(sweep.records, quantity, by: Quantity(named: $0), selection) }
    if options.json {
      print(
        try JSONOutput.line(
          RankJSON(
            by: by, toward: OrNull(toward), n: rows.count, models: rows,
            group: OrNull(comparison.map(KindComparisonJSON.init)))))
    } else {
      let cells = rows.map { row in
        [
          "\(row.rank)\(row.tied ? "=" : "")", row.value.fixed,
          row.interval.value.map { "[\($0.map(\.fixed).joined(separator: ", "))]" } ?? "", row.name.visible,
        ]
      }
      for line in TextColumns(titles: ["rank", quantity.title.visible, "interval", "model"], rows: cells).lines {
        print(line)
      }
      if let comparison { printKinds(comparison) }
    }
    try sweep.finish()
  }

  private func compare(
    _ records: [AnalysisRecord], _ quantity: Quantity, by kind: Quantity, _ selection: ModelSelection
  ) throws -> KindComparison {
    guard let comparison = KindComparison(records, of: quantity, by: kind, selection: selection) else {
      throw AnalyzedSweep.fail("no model has both \(quantity.name) and \(kind.name)")
    }
    return comparison
  }

  private func printKinds(_ comparison: KindComparison) {
    let cells = comparison.kinds.map { kind in
      let summary = kind.summary
      return [
        "\(summary.count)", summary.mean.fixed, summary.standardDeviation?.fixed ?? "",
        summary.meanInterval.map { "[\($0.lowerBound.fixed), \($0.upperBound.fixed)]" } ?? "", kind.name.visible,
      ]
    }
    let titles = ["n", "mean", "deviation", "95 % of the mean", comparison.kind.title.visible]
    print()
    for line in TextColumns(titles: titles, rows: cells).lines { print(line) }
    for finding in comparison.findings { print(finding.text.visible) }
  }
}
