import Figures
import Goldilocks

/// What `select --json` prints.
struct SelectionPlanJSON: Encodable {
  struct Step: Encodable {
    let probes: Int
    /// Null where there is no bound.
    let bounds: [OrNull<Double>]
  }

  struct Candidate: Encodable {
    let key: Double
    let model: ModelJSON
  }

  let key: String
  let accuracy: String
  let selection: String
  let parallel: Int
  let models: Int
  let known: Int
  let bounds: [OrNull<Double>]
  let steps: [Step]
  let next: [Candidate]
  let inside: Int
  let outside: Int
  let zone: OrNull<ZoneJSON>
  let verdict: OrNull<VerdictJSON>

  init(_ plan: SelectionPlan, _ candidates: SelectionCandidates) {
    key = candidates.key.name
    accuracy = candidates.accuracyName
    selection = candidates.selection.rawValue
    parallel = plan.procedure.parallel
    models = candidates.models.count
    known = candidates.knownCount
    bounds = [OrNull<Double>](plan.procedure.bounds)
    steps = plan.procedure.steps.map { Step(probes: $0.probeCount, bounds: [OrNull<Double>]($0.bounds)) }
    next = plan.batch.map { Candidate(key: candidates.keys[$0], model: ModelJSON(candidates.models[$0])) }
    inside = plan.candidates.count
    outside = plan.spares.count
    zone = OrNull(candidates.zone.map { ZoneJSON($0.zone, $0.bootstrap) })
    verdict = OrNull(candidates.verdict.map { VerdictJSON($0, candidates) })
  }
}

/// What `select --replay --json` prints: what became of the procedure, beside what it was and is compared with.
struct SelectionReplayJSON: Encodable {
  struct Outcome: Encodable {
    let probesMean: Double
    let probesPerStep: [Double]
    let exactBest: Double
    let withinTolerance: Double
    let meanLoss: Double
    let maxLoss: Double

    init(_ outcome: SelectionOutcome) {
      probesMean = outcome.probesMean
      probesPerStep = outcome.probesPerStep
      exactBest = outcome.exactBest
      withinTolerance = outcome.withinTolerance
      meanLoss = outcome.meanLoss
      maxLoss = outcome.maxLoss
    }
  }

  struct Harmonic: Encodable {
    let ratio: Double
    let largestDeviation: Double
  }

  struct Setting: Encodable {
    let key: String
    let accuracy: String
    let selection: String
    let models: Int
    let parallel: Int
    let shuffles: Int
    let tolerance: Double
    let modelsPerStep: [Int]
    let harmonic: Harmonic
    let random: Outcome
    let shuffledKey: Outcome
    let successiveHalving: OrNull<Outcome>
    let zone: OrNull<ZoneJSON>
    let verdict: OrNull<VerdictJSON>

    init(_ replay: SelectionReplay, _ candidates: SelectionCandidates) {
      key = candidates.key.name
      accuracy = candidates.accuracyName
      selection = candidates.selection.rawValue
      models = replay.modelCount
      parallel = replay.parallel
      shuffles = replay.shuffleCount
      tolerance = replay.tolerance
      modelsPerStep = replay.batchSizes
      harmonic = Harmonic(ratio: replay.growth.ratio, largestDeviation: replay.growth.largestDeviation)
      random = Outcome(replay.random)
      shuffledKey = Outcome(replay.shuffledKey)
      successiveHalving = OrNull(replay.successiveHalving.map(Outcome.init))
      zone = OrNull(candidates.zone.map { ZoneJSON($0.zone, $0.bootstrap) })
      verdict = OrNull(candidates.verdict.map { VerdictJSON($0, candidates) })
    }
  }

  let outcome: Outcome
  let setting: Setting

  init(_ replay: SelectionReplay, _ candidates: SelectionCandidates) {
    outcome = Outcome(replay.selection)
    setting = Setting(replay, candidates)
  }

  /// The fields of both in one object.
  func encode(to encoder: any Encoder) throws {
    try outcome.encode(to: encoder)
    try setting.encode(to: encoder)
  }
}
