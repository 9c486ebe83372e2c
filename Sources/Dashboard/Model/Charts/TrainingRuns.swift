import Analysis
import Figures

/// The runs and layers with several checkpoints, and the curves over their training as far as somebody has asked for them. Which of
/// them are looked at is none of it: walking from run to run makes no curve anew.
struct TrainingRuns: Sendable, Equatable {
  /// What tells curves apart.
  private struct Key: Hashable {
    var run: RunID
    var layer: String?
  }

  private var titles: [String] = []
  /// Of each, in the order of training.
  private var records: [[AnalysisRecord]] = []
  private var moment = TrainingCurve.Moment.epoch
  private var unplaced = UnplacedDumps()
  private var curves: [Quantity: [TrainingCurve?]] = [:]

  init() {}

  /// - Parameter shown: the records to take, in the order of runs and checkpoints.
  init(_ shown: [AnalysisRecord], title: (RunID) -> String) {
    var places: [Key: Int] = [:]
    var all: [[AnalysisRecord]] = []
    for record in shown {
      let key = Key(run: record.dump.runID, layer: record.dump.layer)
      if let place = places[key] {
        all[place].append(record)
      } else {
        places[key] = all.count
        all.append([record])
      }
    }
    records = all.filter { $0.count > 1 }
    titles = records.map { [title($0[0].dump.runID), $0[0].dump.layer].compactMap { $0 }.joined(separator: " ") }
    moment = TrainingCurve.Moment(of: records)
    unplaced = UnplacedDumps(zip(titles, records).map { ($0, $1) }, moment: moment)
  }

  /// A quantity over training: the runs that are looked at first, in the order of these dumps, then the others.
  mutating func figure(of quantity: Quantity, focus: [Dump], smoothing: Double) -> TimelineFigure {
    let curves = curves(of: quantity)
    var isFocused = [Bool](repeating: false, count: curves.count)
    var order: [Int] = []
    for dump in focus {
      guard let place = place(of: dump), !isFocused[place] else { continue }
      isFocused[place] = true
      order.append(place)
    }
    order += curves.indices.filter { !isFocused[$0] }
    let runs = order.compactMap { place in
      curves[place].map { TimelineFigure.Run(title: titles[place], curve: $0, isFocused: isFocused[place]) }
    }
    return TimelineFigure(runs, quantity: quantity, moment: moment, unplaced: unplaced, smoothing: smoothing)
  }

  private mutating func curves(of quantity: Quantity) -> [TrainingCurve?] {
    if let known = curves[quantity] { return known }
    let made = records.map { TrainingCurve($0, quantity: quantity, moment: moment) }
    curves[quantity] = made
    return made
  }

  /// Nil where the dump is not among the records.
  private func place(of dump: Dump) -> Int? {
    records.firstIndex { run in
      run[0].dump.run == dump.run && run[0].dump.layer == dump.layer && run.contains { $0.id == dump.id }
    }
  }
}
