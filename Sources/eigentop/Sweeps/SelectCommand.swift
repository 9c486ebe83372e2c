import Analysis
import ArgumentParser
import Figures
import Goldilocks

struct SelectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "select",
    abstract: "Which models of a directory to probe next.",
    discussion: """
      Of every batch of models only those are probed whose α lies where the best of those probed so far do. Accuracies in the logs are \
      what is known; the next batch is printed. With --replay all have to be known, and the procedure is repeated on shuffled models: \
      what it would have cost and found, beside random choice, a shuffled key and, where accuracies of earlier checkpoints are known, \
      successive halving. Runs that differ by their seed only are one model, unless --join none is given.
      """)

  @Option(help: "M, models in a batch.") var parallel = 10
  @Option(help: ArgumentHelp("What models are chosen by: a measure, metric or hyperparameter.", valueName: "name"))
  var key = "alpha"

  @Option(
    help: ArgumentHelp("The metric that is to be large. (default: the one that most logs have)", valueName: "name"))
  var accuracy: String?

  @Option(help: ArgumentHelp("Loss that counts as none, in percentage points.", valueName: "points"))
  var tolerance = 1.0

  @Flag(help: "Repeat the procedure on models whose accuracies are all known.") var replay = false
  @Option(help: "How often, with --replay.") var shuffles = 1000

  @OptionGroup var options: SweepOptions

  func validate() throws {
    guard (2...1_000_000).contains(parallel) else { throw ValidationError("--parallel takes a number from 2") }
    guard (1...1_000_000).contains(shuffles) else {
      throw ValidationError("--shuffles takes a number from 1 to a million")
    }
    guard tolerance >= 0, tolerance.isFinite else { throw ValidationError("--tolerance takes a number from 0") }
  }

  func run() throws {
    let sweep = try AnalyzedSweep(options, quantities: [key])
    let candidates = SelectionCandidates(
      sweep.records, key: Quantity(named: key), accuracy: accuracy,
      selection: options.selection(joinedByDefault: true))
    if key == Measure.alpha.rawValue {
      for warning in AnalysisRecord.comparability(of: candidates.models.flatMap(\.records)) {
        StandardStreams.printWarning("eigentop: \(warning.message)")
      }
    }
    if let remark = candidates.remark { StandardStreams.printWarning("eigentop: \(remark.text)") }
    guard !candidates.models.isEmpty else { throw AnalyzedSweep.fail("no model has \(key)") }
    if replay { try printReplay(candidates, sweep.records) } else { try printPlan(candidates) }
    try sweep.finish()
  }

  private func printPlan(_ candidates: SelectionCandidates) throws {
    let plan = SelectionPlan(keys: candidates.keys, accuracies: candidates.accuracies, parallel: parallel)
    let fields = SelectionPlanJSON(plan, candidates)
    if options.json { return print(try JSONOutput.line(fields)) }
    let title = candidates.key.title.visible
    print("\(candidates.models.count) models, \(candidates.knownCount) with \(candidates.accuracyName.visible)")
    for (index, step) in plan.procedure.steps.enumerated() {
      print("step \(index + 1): \(step.probeCount) probed, \(title) \(step.bounds.text)")
    }
    for finding in candidates.findings { print(finding.text.visible) }
    guard !plan.batch.isEmpty else {
      return print(
        plan.spares.count > 0 ? "nothing to probe: the other \(plan.spares.count) lie outside" : "nothing left to probe"
      )
    }
    print("probe next, of \(plan.candidates.count) inside and \(plan.spares.count) outside:")
    let rows = plan.batch.map { [candidates.keys[$0].fixed, ModelJSON(candidates.models[$0]).title.visible] }
    for line in TextColumns(titles: [title, "model"], rows: rows).lines { print("  \(line)") }
  }

  private func printReplay(_ candidates: SelectionCandidates, _ records: [AnalysisRecord]) throws {
    let known = candidates.known
    guard
      let replay = SelectionReplay(
        known.replaySetting(of: records, parallel: parallel, shuffleCount: shuffles, tolerance: tolerance))
    else {
      throw AnalyzedSweep.fail("a replay needs two models with \(key) and \(candidates.accuracyName)")
    }
    if options.json { return print(try JSONOutput.line(SelectionReplayJSON(replay, known))) }
    let unprobed = candidates.models.count - known.models.count
    if unprobed > 0 {
      StandardStreams.printWarning("eigentop: \(unprobed) models without \(candidates.accuracyName) left out")
    }
    for finding in replay.findings(key: candidates.key.title) + known.findings { print(finding.text.visible) }
  }
}

extension ClosedRange<Double> {
  /// `0.812 … 1.450`, with `−∞` and `∞` where there is no bound.
  fileprivate var text: String {
    "\(lowerBound.isFinite ? lowerBound.fixed : "−∞") … \(upperBound.isFinite ? upperBound.fixed : "∞")"
  }
}
