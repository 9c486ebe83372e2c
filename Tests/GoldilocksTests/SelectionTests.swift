import Goldilocks
import NumericalTesting
import Testing

@Suite("Selection on a budget")
struct SelectionTests {
  private func probes(_ keys: [Double], _ accuracies: [Double]) -> [SelectionProcedure.Probe] {
    zip(keys, accuracies).map { SelectionProcedure.Probe(key: $0, accuracy: $1) }
  }

  @Test("The bounds are the keys of the better half of a batch, where something worse lies beyond")
  func bounds() {
    var procedure = SelectionProcedure(parallel: 4)
    #expect(procedure.bounds == -.infinity ... .infinity)
    #expect(procedure.batch(of: [0.5, 1, 1.5, 2]) == [0, 1, 2, 3])
    procedure.record(probes([0.5, 1, 1.5, 2], [60, 80, 70, 50]))
    #expect(procedure.bounds == 1...1.5 && procedure.bestAccuracy == 80)
    #expect(procedure.batch(of: [0.9, 1, 1.2, 1.6]) == [1, 2], "bounds are included")
    procedure.record(probes([1.2], [90]))
    #expect(procedure.bounds == 1...1.2)
    procedure.record([])
    #expect(procedure.bounds == 1...1.2 && procedure.steps.map(\.probeCount) == [4, 1, 0])
  }

  @Test("A bound keeps its value while the best have the least or the greatest key of all probed")
  func open() {
    var procedure = SelectionProcedure(parallel: 4)
    procedure.record(probes([0.5, 1, 1.5, 2], [80, 70, 60, 50]))
    #expect(procedure.bounds == -.infinity...1)
  }

  @Test("Of equal accuracies the earlier is better")
  func ties() {
    var procedure = SelectionProcedure(parallel: 4)
    procedure.record(probes([1, 2, 3, 4], [70, 70, 70, 70]))
    #expect(procedure.bounds == -.infinity...2)
  }

  @Test("Bounds never widen, whatever comes", arguments: 0..<20)
  func monotone(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var procedure = SelectionProcedure(parallel: 5)
    for _ in 0..<30 {
      let before = procedure.bounds
      let keys = (0..<5).map { _ in generator.normal() }
      procedure.record(procedure.batch(of: keys).map { .init(key: keys[$0], accuracy: generator.normal()) })
      #expect(before.contains(procedure.bounds.lowerBound) && before.contains(procedure.bounds.upperBound))
    }
  }

  @Test("What is no number is no probe, and a batch of one is one of two")
  func hostile() {
    var procedure = SelectionProcedure(parallel: -3)
    #expect(procedure.parallel == 2)
    procedure.record(probes([.nan, 1, 2], [1, .infinity, 3]))
    #expect(procedure.probeCount == 1 && procedure.batch(of: [.nan, 5]) == [1])
  }

  @Test("A replay is the independent one, shuffle for shuffle")
  func replay() throws {
    let replays = try SelectionReference().replays
    #expect(replays.count == 8 && replays.contains { $0.successiveHalving != nil })
    for expected in replays {
      let found = try #require(
        SelectionReplay(
          SelectionReplay.Setting(
            keys: expected.keys, accuracies: expected.accuracies, earlier: expected.earlier,
            parallel: expected.parallel,
            shuffleCount: expected.shuffles, tolerance: expected.tolerance)))
      #expect(found.probesPerStepAreClose(to: expected.probesPerStep), "\(expected)")
      try compare(found.selection, expected.selection, "\(expected): selection")
      try compare(found.random, expected.random, "\(expected): random")
      try compare(found.shuffledKey, expected.shuffledKey, "\(expected): shuffled key")
      #expect((found.successiveHalving == nil) == (expected.successiveHalving == nil))
      if let halving = found.successiveHalving, let other = expected.successiveHalving {
        try compare(halving, other, "\(expected): successive halving")
      }
      #expect(found.growth.ratio.isClose(to: expected.ratio, relative: 1e-12))
      #expect(zip(found.growth.harmonic, expected.harmonic).allSatisfy { $0.isClose(to: $1, relative: 1e-12) })
      #expect(found.batchSizes.reduce(0, +) == expected.keys.count)
    }
  }

  private func compare(_ found: SelectionOutcome, _ expected: SelectionReference.Outcome, _ name: String) throws {
    #expect(found.probeCounts == expected.probes, "\(name)")
    #expect(found.losses == expected.losses, "\(name)")
    #expect(found.exactBest == expected.exactBest && found.maxLoss == expected.maxLoss, "\(name)")
    #expect(found.withinTolerance == expected.withinTolerance, "\(name)")
    #expect(found.probesMean.isClose(to: expected.probesMean, relative: 1e-12), "\(name)")
    #expect(found.meanLoss.isClose(to: expected.meanLoss, relative: 1e-12), "\(name)")
  }

  @Test("A loss of just the tolerance is tolerated, though it is no exact number")
  func tolerance() throws {
    let replay = try #require(
      SelectionReplay(
        SelectionReplay.Setting(keys: [1, 2], accuracies: [80.3, 81.3], parallel: 2, shuffleCount: 1, tolerance: 0)))
    #expect(replay.selection.withinTolerance == 1 && replay.selection.exactBest == 1)
    for best in stride(from: 50.1, to: 90, by: 0.7) {
      let accuracies = [best, best - 1, best - 1, best - 1]
      let replay = try #require(
        SelectionReplay(
          SelectionReplay.Setting(
            keys: [1, 1, 1, 1], accuracies: accuracies, parallel: 2, shuffleCount: 20, tolerance: 1)))
      #expect(replay.random.withinTolerance == 1 && replay.selection.withinTolerance == 1)
    }
  }

  @Test("With fewer models than a batch everything is probed")
  func small() throws {
    let replay = try #require(
      SelectionReplay(
        SelectionReplay.Setting(keys: [1, 2, 3], accuracies: [1, 2, 3], parallel: 10, shuffleCount: 5, tolerance: 1)))
    #expect(replay.selection.probesMean == 3 && replay.selection.exactBest == 1 && replay.batchSizes == [3])
  }

  @Test("What cannot be replayed is not")
  func none() {
    func replay(_ keys: [Double], _ accuracies: [Double], _ parallel: Int = 2, _ count: Int = 1) -> SelectionReplay? {
      SelectionReplay(
        SelectionReplay.Setting(
          keys: keys, accuracies: accuracies, parallel: parallel, shuffleCount: count, tolerance: 1))
    }
    #expect(replay([1], [1]) == nil && replay([], []) == nil && replay([1, 2], [1]) == nil)
    #expect(replay([1, .nan], [1, 2]) == nil && replay([1, 2], [1, .infinity]) == nil)
    #expect(replay([1, 2], [1, 2], 1) == nil && replay([1, 2], [1, 2], 2, 0) == nil)
  }
}

extension SelectionReplay {
  fileprivate func probesPerStepAreClose(to expected: [Double]) -> Bool {
    selection.probesPerStep.count == expected.count
      && zip(selection.probesPerStep, expected).allSatisfy { $0.isClose(to: $1, relative: 1e-12) }
  }
}
