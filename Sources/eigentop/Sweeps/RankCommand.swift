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
      (3=). With --uncertainty measures have 95 % intervals; joined seeds have their standard deviation.
      """)

  @Option(help: ArgumentHelp("A measure, metric or hyperparameter.", valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp("The best value there could be.", valueName: "value"))
  var toward: Double?

  @Flag(help: "95 % intervals of measures by a jackknife over rows. Takes longer.") var uncertainty = false

  @OptionGroup var options: SweepOptions

  func validate() throws {
    if let toward, !toward.isFinite { throw ValidationError("--toward takes a finite number") }
  }

  func run() throws {
    let sweep = try AnalyzedSweep(options, quantities: [by], uncertainty: uncertainty)
    let quantity = Quantity(named: by)
    let models = sweep.records.sweepModels(options.selection(joinedByDefault: false), having: [quantity])
    let values = models.map { $0.value(of: quantity) ?? .nan }
    let order = OrderedValues(values, toward: toward)
    guard !order.places.isEmpty else { throw AnalyzedSweep.fail("no model has \(by)") }
    if quantity.name == Measure.alpha.rawValue {
      for warning in AnalysisRecord.comparability(of: models.flatMap(\.records)) {
        StandardStreams.printError("eigentop: \(warning.message)")
      }
    }
    let rows = order.places.map { place in
      RankJSON.Row(
        models[place.index], place, value: values[place.index], interval: models[place.index].interval(of: quantity))
    }
    if options.json {
      print(try JSONOutput.line(RankJSON(by: by, toward: OrNull(toward), n: rows.count, models: rows)))
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
    }
    try sweep.finish()
  }
}
