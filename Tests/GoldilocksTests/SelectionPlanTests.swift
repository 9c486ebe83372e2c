import Goldilocks
import NumericalTesting
import Statistics
import Testing

@Suite("What to probe next")
struct SelectionPlanTests {
  @Test("Without an accuracy it is the first batch of a shuffle, and everything is a candidate")
  func start() {
    let keys = (0..<25).map(Double.init)
    let plan = SelectionPlan(keys: keys, accuracies: keys.map { _ in nil }, parallel: 10)
    var generator = MersenneTwister(seed: 0)
    #expect(plan.batch == Array(generator.permutation(25).prefix(10)))
    #expect(plan.candidates.count == 25 && plan.spares.count == 0 && plan.procedure.steps.isEmpty)
  }

  @Test("Followed to its end it comes close to the peak, with fewer probes than models", arguments: 0..<10)
  func followed(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let keys = (0..<80).map { _ in Double.random(in: 0...2, using: &generator) }
    let truth = keys.map { (key: Double) -> Double in 80 - 10 * (key - 1) * (key - 1) }
    var known = [Double?](repeating: nil, count: keys.count)
    var plan = SelectionPlan(keys: keys, accuracies: known, parallel: 8)
    while !plan.batch.isEmpty {
      #expect(plan.batch.count <= 8 && plan.batch.allSatisfy { known[$0] == nil })
      #expect(plan.batch.allSatisfy { plan.procedure.bounds.contains(keys[$0]) })
      for model in plan.batch { known[model] = truth[model] }
      plan = SelectionPlan(keys: keys, accuracies: known, parallel: 8)
      #expect(plan.candidates.count + plan.spares.count == known.count { $0 == nil })
    }
    let probes = known.compactMap { $0 }
    #expect(plan.candidates.count == 0 && probes.count < 60)
    let (best, found) = (try #require(truth.max()), try #require(probes.max()))
    #expect(best - found < 0.1)
  }

  @Test("Every model that is known was offered once, and only those inside the bounds of their time were probed")
  func offers() {
    let keys = (0..<40).map { Double($0) / 20 }
    let accuracies = keys.map { (key: Double) -> Double in 80 - 10 * (key - 1) * (key - 1) }
    let plan = SelectionPlan(keys: keys, accuracies: accuracies, parallel: 8)
    let offered = plan.offers.flatMap { $0.probed + $0.skipped }
    #expect(offered.sorted() == Array(keys.indices))
    #expect(plan.offers.map(\.probed.count) == plan.procedure.steps.map(\.probeCount))
    let bounds = [-Double.infinity...Double.infinity] + plan.procedure.steps.map(\.bounds)
    for (offer, bounds) in zip(plan.offers, bounds) {
      #expect(offer.probed.allSatisfy { bounds.contains(keys[$0]) })
      #expect(!offer.skipped.contains { bounds.contains(keys[$0]) })
    }
    #expect(plan.offers.contains { !$0.skipped.isEmpty })
    // The best four are what the last bounds are made of.
    let best = plan.best.map { accuracies[$0] }
    let probed = plan.offers.flatMap(\.probed).map { accuracies[$0] }
    #expect(best == Array(probed.sorted(by: >).prefix(4)))
    let kept = plan.best.map { keys[$0] }
    #expect(plan.procedure.bounds.lowerBound == kept.min() && plan.procedure.bounds.upperBound == kept.max())
  }

  @Test("When all is known there is nothing to probe")
  func done() {
    let plan = SelectionPlan(keys: [1, 2, 3, 4, 5], accuracies: [1, 2, 3, 2, 1], parallel: 4)
    #expect(plan.batch.isEmpty && plan.candidates.count == 0 && plan.spares.count == 0)
    #expect(plan.procedure.steps.count == 2)
  }
}
