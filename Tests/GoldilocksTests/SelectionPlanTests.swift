import Goldilocks
import NumericalTesting
import Testing

@Suite("What to probe next")
struct SelectionPlanTests {
  @Test("Without an accuracy it is the first batch of a shuffle, and everything is a candidate")
  func start() {
    let keys = (0..<25).map(Double.init)
    let plan = SelectionPlan(keys: keys, accuracies: keys.map { _ in nil }, parallel: 10)
    var generator = MersenneTwister(seed: 0)
    #expect(plan.batch == Array(generator.permutation(25).prefix(10)))
    #expect(plan.candidateCount == 25 && plan.spareCount == 0 && plan.procedure.steps.isEmpty)
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
      #expect(plan.candidateCount + plan.spareCount == known.count { $0 == nil })
    }
    let probes = known.compactMap { $0 }
    #expect(plan.candidateCount == 0 && probes.count < 60)
    let (best, found) = (try #require(truth.max()), try #require(probes.max()))
    #expect(best - found < 0.1)
  }

  @Test("When all is known there is nothing to probe")
  func done() {
    let plan = SelectionPlan(keys: [1, 2, 3, 4, 5], accuracies: [1, 2, 3, 2, 1], parallel: 4)
    #expect(plan.batch.isEmpty && plan.candidateCount == 0 && plan.spareCount == 0)
    #expect(plan.procedure.steps.count == 2)
  }
}
