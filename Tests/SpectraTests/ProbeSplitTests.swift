import LinearAlgebra
import NumericalTesting
import Testing

@testable import Spectra

@Suite("Which rows a probe sees")
struct ProbeSplitTests {
  /// 1,000 rows of five classes of very different sizes.
  private let classes = (0..<1000).map { $0 % 100 == 0 ? 0 : $0 % 10 == 1 ? 1 : $0 % 3 + 2 }

  @Test("Every beginning has of every class its share, to a row, and no class is missing from the first five")
  func stratified() {
    let order = ProbeSplit.stratifiedOrder(classes: classes, classCount: 5, seed: 3)
    #expect(order.sorted() == Array(0..<1000))
    let sizes = (0..<5).map { number in classes.count { $0 == number } }
    for count in [5, 10, 37, 200, 800, 999] {
      let beginning = order.prefix(count)
      for number in 0..<5 {
        let there = beginning.count { classes[$0] == number }
        let share = Double(sizes[number]) * Double(count) / 1000
        #expect(there >= 1 && abs(Double(there) - share) <= 5, "\(there) of class \(number) in \(count)")
      }
    }
  }

  @Test("A seed decides: the same rows each time, others for another seed")
  func seeds() {
    let first = ProbeSplit.stratifiedOrder(classes: classes, classCount: 5, seed: 0)
    #expect(first == ProbeSplit.stratifiedOrder(classes: classes, classCount: 5, seed: 0))
    #expect(first != ProbeSplit.stratifiedOrder(classes: classes, classCount: 5, seed: 1))
  }

  @Test("Rows are spread as chance would spread them")
  func uniform() {
    var counts = [Int](repeating: 0, count: 10)
    for seed in 0..<2000 {
      var generator = SplitMix64(seed: UInt64(seed))
      counts[generator.permutation(10)[0]] += 1
    }
    // Binomial, 200 ± 13.4: five deviations.
    #expect(counts.allSatisfy { abs($0 - 200) < 67 }, "\(counts)")
  }

  @Test("A curve has no point with fewer labels than classes, and none twice")
  func curveCounts() {
    #expect(ProbeSplit.curveCounts(trainingCount: 1000, classCount: 15) == [20, 50, 100, 200, 500, 1000])
    #expect(ProbeSplit.curveCounts(trainingCount: 10, classCount: 2) == [2, 5, 10])
    #expect(ProbeSplit.curveCounts(trainingCount: 5, classCount: 5) == [5])
  }

  @Test(
    "A probe on its own rows trains on four fifths, and a curve ends with it", arguments: ProbeResult.Method.allCases)
  func curve(_ method: ProbeResult.Method) throws {
    var generator = SeededGenerator(seed: 5)
    let labels = (0..<400).map { $0 % 4 }
    let rows = labels.map { label in (0..<6).map { (label == $0 ? 1.5 : 0) + generator.normal() } }
    var options = LinearProbe.Options()
    options.method = method
    options.includesCurve = true
    let result = try LinearProbe.run(.init(MemoryRows(rows), labels: labels), options: options)
    #expect((result.trainingCount, result.testCount) == (320, 80))
    #expect(result.split == .stratified(trainingFraction: 0.8, seed: 0))
    #expect(result.classes.map(\.count) == [20, 20, 20, 20])
    let curve = try #require(result.curve)
    #expect(curve.map(\.trainingCount) == [6, 16, 32, 64, 160, 320])
    #expect(curve.last?.top1 == result.top1)
    #expect(curve.allSatisfy { $0.top1.count == 80 })
    let first = try #require(curve.first?.top1.successes)
    #expect(first < result.top1.successes)
    options.includesCurve = false
    let alone = try LinearProbe.run(.init(MemoryRows(rows), labels: labels), options: options)
    #expect(alone.top1 == result.top1)
    #expect(alone.curve == nil)
  }

  @Test("Rows are read anew only where memory does not hold them")
  func passes() throws {
    var generator = SeededGenerator(seed: 6)
    let labels = (0..<200).map { $0 % 2 }
    let rows = labels.map { label in (0..<4).map { _ in Double(label) + generator.normal() } }
    func passCount(_ method: ProbeResult.Method, limit: Int) throws -> (Int, Proportion) {
      let source = MemoryRows(rows)
      var options = LinearProbe.Options()
      options.method = method
      options.memoryLimit = limit
      let result = try LinearProbe.run(.init(source, labels: labels), options: options)
      return (source.passCount, result.top1)
    }
    // Means, deviations, training, testing.
    #expect(try passCount(.ridge, limit: .max).0 == 4)
    #expect(try passCount(.logistic, limit: .max).0 == 4)
    let least = ProbeTrainer.byteCount(method: .logistic, featureCount: 4, classCount: 2)
    let (count, top1) = try passCount(.logistic, limit: least)
    #expect(count > 4)
    #expect(try top1 == passCount(.logistic, limit: .max).1)
  }
}
