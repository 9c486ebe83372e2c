import Analysis
import ArgumentParser
import Figures
import Goldilocks

struct CorrelateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correlate",
    abstract: "How closely two quantities of the models of a directory go together.",
    discussion: """
      Pearson, Spearman and Kendall with p and 95 % intervals over models that have both quantities: measures, metrics of their logs or \
      hyperparameters. With --against, whether another quantity goes with y as closely (Steiger's test for correlations with one \
      variable in common, of ranks). With --by, in all models of some kind, in each kind, and given the kind (partial correlation, of ranks \
      and of values); where the last two say opposite things, so does a line on Simpson's paradox.
      """)

  @Option(help: ArgumentHelp("A measure, metric or hyperparameter.", valueName: "name"))
  var x = "alpha"

  @Option(help: ArgumentHelp("Another; accuracy is the one that most logs have.", valueName: "name"))
  var y = "accuracy"

  @Option(help: ArgumentHelp("What x is compared with, such as train_loss.", valueName: "name"))
  var against: String?

  @Option(help: ArgumentHelp("What kinds of models are told apart by, such as architecture.", valueName: "name"))
  var by: String?

  @OptionGroup var options: SweepOptions

  func run() throws {
    let sweep = try AnalyzedSweep(options, quantities: [x, y] + (against.map { [$0] } ?? []))
    let selection = options.selection(joinedByDefault: false)
    let (x, y) = (sweep.quantity(named: x), sweep.quantity(named: y))
    let models = sweep.records.sweepModels(selection, having: [x, y])
    let pairs = models.compactMap { model in
      model.value(of: x).flatMap { a in model.value(of: y).map { (a, $0) } }
    }.filter { $0.0.isFinite && $0.1.isFinite }
    guard !pairs.isEmpty else {
      throw AnalyzedSweep.fail("no model has both \(x.name) and \(y.name)\(sweep.metricList)")
    }
    let correlations = Correlation.Coefficient.allCases.map { coefficient in
      Correlation(coefficient, of: pairs.map(\.0), with: pairs.map(\.1))
    }
    let comparison = against.flatMap { compare(sweep.records, x, Quantity(named: $0), y, selection) }
    let relation = try by.map { try relate(models, x, y, by: Quantity(named: $0)) }
    if options.json {
      print(
        try JSONOutput.line(
          CorrelateJSON(
            x: x.name, y: y.name, n: pairs.count, selection: selection.rawValue, correlations, comparison,
            relation)))
    } else {
      let figure = ScatterFigure(sweep.records, x: x, y: y, selection: selection).figure
      let relationFindings = relation.map { [$0.paradox].compactMap { $0 } + $0.findings } ?? []
      for finding in (figure?.findings ?? []) + relationFindings + (comparison.map { [$0.finding] } ?? []) {
        print(finding.text.visible)
      }
    }
    try sweep.finish()
  }

  private func relate(_ models: [SweepModel], _ x: Quantity, _ y: Quantity, by kind: Quantity) throws -> GroupedRelation
  {
    guard let relation = GroupedRelation(models, x: x, y: y, by: kind) else {
      throw AnalyzedSweep.fail("no two kinds of models by \(kind.name), or too few models with both quantities")
    }
    return relation
  }

  private func compare(
    _ records: [AnalysisRecord], _ x: Quantity, _ other: Quantity, _ y: Quantity, _ selection: ModelSelection
  ) -> SignalComparison? {
    let models = records.sweepModels(selection, having: [x, other, y])
    let comparison = SignalComparison(models, first: x, second: other, outcome: y)
    if comparison == nil {
      StandardStreams.printWarning(
        "eigentop: \(x.name) and \(other.name) cannot be compared: too few models, or perfect order")
    }
    return comparison
  }
}
