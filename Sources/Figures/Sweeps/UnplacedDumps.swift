public import Analysis

/// What has no place on the axis of a timeline: runs and layers whose checkpoints are counted by something else, and single dumps whose
/// path does not say when they were taken.
public struct UnplacedDumps: Sendable, Equatable {
  private var moment = TrainingCurve.Moment.epoch
  private var runs: [String] = []
  private var dumps: [String] = []

  /// Nothing.
  public init() {}

  /// - Parameter series: the title and the checkpoints of each run and layer.
  public init(_ series: [(title: String, records: [AnalysisRecord])], moment: TrainingCurve.Moment) {
    self.moment = moment
    for (title, records) in series where records.count > 1 {
      let lacking = records.filter { moment.place(of: $0) == nil }
      if lacking.count == records.count {
        runs.append(title)
      } else {
        dumps += lacking.map(\.dump.nameInRun)
      }
    }
  }

  /// `1 dump without an epoch left out: lambd_0.1/views.npy`.
  public var findings: [Finding] {
    let name = moment == .epoch ? "an epoch" : "a step"
    return [
      Finding.leftOut(runs, one: "run", reason: "without \(name)"),
      .leftOut(dumps, one: "dump", reason: "without \(name)"),
    ].compactMap { $0 }
  }
}
