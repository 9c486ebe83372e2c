import LinearAlgebra
import NumericalTesting
import Spectra
import Testing

@Suite("Linear probes against other people's")
struct LinearProbeTests {
  @Test("A logistic probe finds scikit-learn's minimum, and answers as it does", arguments: try ProbeReference().cases)
  func logistic(_ example: ProbeReference.Case) throws {
    var options = LinearProbe.Options()
    options.method = .logistic
    let result = try example.probe(options)
    let optimization = try #require(result.optimization)
    #expect(optimization.hasConverged)
    #expect(optimization.objective.isClose(to: example.logistic.objective, relative: 1e-7))
    #expect(result.penalty == 0.1)
    #expect(result.top1 == Proportion(successes: example.logistic.top1, count: 60))
    #expect((result.top5?.successes ?? 60) == example.logistic.top5)
  }

  @Test("A ridge probe has the weights of a direct solution, to 1e-8", arguments: try ProbeReference().cases)
  func ridgeWeights(_ example: ProbeReference.Case) throws {
    let names = Set(example.labels).sorted()
    let rows = standardised(example.rows)
    var probe = try RidgeProbe(featureCount: rows[0].count, classCount: names.count)
    for first in stride(from: 0, to: rows.count, by: 16) {
      let part = first..<min(first + 16, rows.count)
      let classes = example.labels[part].map { label in names.firstIndex(of: label) ?? -1 }
      probe.add(RowBlock(rows: Array(rows[part])), classes: classes)
    }
    let solution = try probe.solution()
    #expect(solution.penalty.isClose(to: example.ridge.penalty, relative: 1e-10))
    let greatest = example.ridge.weights.map(abs).max() ?? 0
    #expect(solution.weights.count == example.ridge.weights.count)
    for (ours, theirs) in zip(solution.weights, example.ridge.weights) {
      #expect(ours.isClose(to: theirs, relative: 1e-8, scale: greatest))
    }
    #expect(solution.intercepts.isClose(to: example.ridge.intercepts, relative: 1e-12))
  }

  @Test("A ridge probe chooses and answers as a direct computation does", arguments: try ProbeReference().cases)
  func ridge(_ example: ProbeReference.Case) throws {
    let result = try example.probe(LinearProbe.Options())
    #expect(result.penalty.isClose(to: example.ridge.penalty, relative: 1e-9))
    #expect(result.top1 == Proportion(successes: example.ridge.top1, count: 60))
    #expect((result.top5?.successes ?? 60) == example.ridge.top5)
    #expect(result.optimization == nil)
    #expect(result.split == .given)
  }

  @Test("Right answers by class add up to those of all, and labels keep their names")
  func perClass() throws {
    let example = try #require(try ProbeReference().cases.first { $0.name.hasPrefix("eight") })
    let result = try example.probe(LinearProbe.Options())
    #expect(result.classes.map(\.label) == [-3, 0, 1, 2, 5, 8, 100, 4000])
    #expect(result.classes.reduce(0) { $0 + $1.correct } == result.top1.successes)
    for entry in result.classes { #expect(entry.count == example.testLabels.count { $0 == entry.label }) }
  }

  @Test("Features that are the same in all training rows are dropped")
  func constant() throws {
    let example = try #require(try ProbeReference().cases.first { $0.name.hasPrefix("a constant") })
    let result = try example.probe(LinearProbe.Options())
    #expect((result.featureCount, result.constantFeatureCount) == (7, 1))
  }

  @Test("Wilson's interval is scipy's", arguments: try ProbeReference().wilson.map { ($0.successes, $0.count) })
  func wilson(successes: Int, count: Int) throws {
    let expected = try #require(
      try ProbeReference().wilson.first { $0.successes == successes && $0.count == count }
    ).interval
    let interval = Proportion(successes: successes, count: count).interval
    #expect(abs(interval.lowerBound - expected[0]) < 1e-12)
    #expect(abs(interval.upperBound - expected[1]) < 1e-12)
  }

  /// The columns that vary, about their means, in units of their deviations.
  private func standardised(_ rows: [[Double]]) -> [[Double]] {
    let n = Double(rows.count)
    var columns: [[Double]] = []
    for j in rows[0].indices {
      let column = rows.map { $0[j] }
      guard Set(column).count > 1 else { continue }
      let mean = column.reduce(0, +) / n
      let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
      columns.append(column.map { ($0 - mean) / variance.squareRoot() })
    }
    return rows.indices.map { i in columns.map { $0[i] } }
  }
}
