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
      variable in common, of ranks).
      """)

  @Option(help: ArgumentHelp("A measure, metric or hyperparameter.", valueName: "name"))
  var x = "alpha"

  @Option(help: ArgumentHelp("Another; accuracy is the first that was logged.", valueName: "name"))
  var y = "accuracy"

  @Option(help: ArgumentHelp("What x is compared with, such as train_loss.", valueName: "name"))
  var against: String?

  @OptionGroup var options: SweepOptions

  func run() throws {
    let sweep = try AnalyzedSweep(options, quantities: [x, y] + (against.map { [$0] } ?? []))
    let selection = options.selection(joinedByDefault: false)
    let (x, y) = (Quantity(named: x), Quantity(named: y))
    let pairs = sweep.records.sweepModels(selection, having: [x, y]).compactMap { model in
      model.value(of: x).flatMap { a in model.value(of: y).map { (a, $0) } }
    }.filter { $0.0.isFinite && $0.1.isFinite }
    guard !pairs.isEmpty else { throw AnalyzedSweep.fail("no model has both \(x.name) and \(y.name)") }
    let correlations = Correlation.Coefficient.allCases.map { coefficient in
      Correlation(coefficient, of: pairs.map(\.0), with: pairs.map(\.1))
    }
    let comparison = try against.map { try compare(sweep.records, x, Quantity(named: $0), y, selection) }
    if options.json {
      print(
        try JSONOutput.line(
          CorrelateJSON(
            x: x.name, y: y.name, n: pairs.count, selection: selection.rawValue, correlations, comparison)))
    } else {
      let figure = ScatterFigure(sweep.records, x: x, y: y, selection: selection).figure
      for finding in (figure?.findings ?? []) + (comparison.map { [$0.finding] } ?? []) { print(finding.text.visible) }
    }
    try sweep.finish()
  }

  private func compare(
    _ records: [AnalysisRecord], _ x: Quantity, _ other: Quantity, _ y: Quantity, _ selection: ModelSelection
  ) throws -> SignalComparison {
    let models = records.sweepModels(selection, having: [x, other, y])
    guard let comparison = SignalComparison(models, first: x, second: other, outcome: y) else {
      throw AnalyzedSweep.fail("\(x.name) and \(other.name) cannot be compared: too few models, or perfect order")
    }
    return comparison
  }
}
