import Foundation
import LinearAlgebra
import NumericalTesting
import Spectra
import Testing

@Suite("The loss of Barlow Twins")
struct BarlowTwinsTests {
  private typealias Variant = BarlowTwinsLoss.Variant

  private func moments(_ a: [[Double]], _ b: [[Double]], rowsPerBlock: Int = 7) throws -> CrossMoments {
    var sums = try CrossMomentsAccumulator(featureCount: a[0].count)
    for start in stride(from: 0, to: a.count, by: rowsPerBlock) {
      let rows = start..<min(start + rowsPerBlock, a.count)
      sums.add(RowBlock(rows: Array(a[rows])), RowBlock(rows: Array(b[rows])))
    }
    return sums.moments()
  }

  @Test("Each variant is what torch makes of its definition", arguments: BarlowTwinsLoss.Variant.allCases)
  func reference(variant: BarlowTwinsLoss.Variant) throws {
    for views in try LaboratoryReference.views() {
      let expected = try #require(views.variants[variant.rawValue])
      let found = BarlowTwinsLoss(try moments(views.first, views.second), variant: variant)
      #expect(found.sampleCount == views.first.count && found.featureCount == views.first[0].count)
      for (value, reference) in zip(found.crossCorrelation, expected.matrix.joined()) {
        #expect(abs(value - reference) < 1e-10, "\(views.kind)")
      }
      #expect(found.invariance.isClose(to: expected.invariance, relative: 1e-9, scale: 1), "\(views.kind)")
      #expect(found.redundancy.isClose(to: expected.redundancy, relative: 1e-9, scale: 1), "\(views.kind)")
      #expect(found.loss(lambda: views.lambda).isClose(to: expected.loss, relative: 1e-9, scale: 1), "\(views.kind)")
    }
  }

  /// Four rows whose three columns are uncorrelated and of variance 1.
  private static let orthogonal = [[1.0, 1, 1], [1, -1, -1], [-1, 1, -1], [-1, -1, 1]]

  @Test("Views that are the same and uncorrelated have no loss, and the opposite ones (1 + 1)² a feature")
  func byHand() throws {
    let rows = Self.orthogonal
    let opposite = rows.map { $0.map { -$0 } }
    let same = BarlowTwinsLoss(try moments(rows, rows))
    #expect(same.crossCorrelation == [1, 0, 0, 0, 1, 0, 0, 0, 1])
    #expect(same.loss(lambda: 1) == 0)
    let against = BarlowTwinsLoss(try moments(rows, opposite))
    #expect(against.invariance == 12 && against.redundancy == 0)
    // 8 rows of both views, s² = 8/7: C = ∓7/8.
    let pooled = BarlowTwinsLoss(try moments(rows, opposite), variant: .fastssl)
    #expect(pooled.invariance.isClose(to: 3 * 1.875 * 1.875, relative: 1e-14))
    let regularized = BarlowTwinsLoss(try moments(rows, rows), variant: .batchnorm)
    let share = 1e-5 / (1 + 1e-5)
    #expect(regularized.invariance.isClose(to: 3 * share * share, relative: 1e-9))
  }

  @Test("Features that repeat one another are redundant")
  func redundant() throws {
    let rows = Self.orthogonal.map { [$0[0], $0[0], $0[0]] }
    let loss = BarlowTwinsLoss(try moments(rows, rows))
    #expect(loss.invariance == 0 && loss.redundancy == 6)
    #expect(loss.loss(lambda: 0.5) == 3)
    #expect(loss.logarithmPerFeature(lambda: 0.5).isClose(to: log(3) / 3, relative: 1e-14))
  }

  @Test("A view of constants correlates with nothing, whatever the constant", arguments: [0, 0.1, -1e9, 1e300])
  func constant(value: Double) throws {
    let rows = Self.orthogonal
    let constants = rows.map { _ in [value, value, value] }
    for variant in [Variant.formula, .batchnorm] {
      let loss = BarlowTwinsLoss(try moments(constants, rows, rowsPerBlock: 3), variant: variant)
      #expect(loss.invariance == 3 && loss.redundancy == 0)
    }
    let both = BarlowTwinsLoss(try moments(constants, constants), variant: .fastssl)
    #expect(both.invariance == 3 && both.redundancy == 0)
  }

  @Test("Two rows correlate fully, with one sign or the other")
  func twoRows() throws {
    let loss = BarlowTwinsLoss(try moments([[0, 1], [3, 5]], [[2, 9], [7, 4]]))
    #expect(loss.crossCorrelation.map { ($0 * 1e12).rounded() / 1e12 } == [1, -1, 1, -1])
  }

  @Test("Blocks of any length give the same", arguments: [1, 3, 40])
  func blocks(rowsPerBlock: Int) throws {
    let views = try #require(try LaboratoryReference.views().first)
    let whole = BarlowTwinsLoss(try moments(views.first, views.second, rowsPerBlock: 100))
    let parts = BarlowTwinsLoss(try moments(views.first, views.second, rowsPerBlock: rowsPerBlock))
    for (a, b) in zip(whole.crossCorrelation, parts.crossCorrelation) { #expect(abs(a - b) < 1e-14) }
  }

  @Test("Units change nothing where nothing is added to a variance", arguments: [1e-200, 1e-3, 1e200])
  func units(scale: Double) throws {
    let views = try #require(try LaboratoryReference.views().first)
    let scaled = views.first.map { $0.map { $0 * scale } }
    let expected = BarlowTwinsLoss(try moments(views.first, views.second))
    let found = BarlowTwinsLoss(try moments(scaled, views.second))
    #expect(found.loss(lambda: 1).isClose(to: expected.loss(lambda: 1), relative: 1e-12))
    let other = views.second.map { $0.map { $0 * scale } }
    let pooled = BarlowTwinsLoss(try moments(scaled, other), variant: .fastssl)
    let plain = BarlowTwinsLoss(try moments(views.first, views.second), variant: .fastssl)
    #expect(pooled.loss(lambda: 1).isClose(to: plain.loss(lambda: 1), relative: 1e-12))
  }

  @Test("A pair of which either row is not finite is left out and counted")
  func nonFinite() throws {
    let views = try #require(try LaboratoryReference.views().first)
    var (first, second) = (views.first, views.second)
    first[3][1] = .nan
    second[8][0] = .infinity
    let kept = views.first.indices.filter { $0 != 3 && $0 != 8 }
    let sums = try moments(first, second)
    #expect(sums.nonFiniteRowCount == 2 && sums.sampleCount == kept.count)
    let expected = BarlowTwinsLoss(try moments(kept.map { first[$0] }, kept.map { second[$0] }))
    #expect(BarlowTwinsLoss(sums).loss(lambda: 1).isClose(to: expected.loss(lambda: 1), relative: 1e-12))
  }
}
