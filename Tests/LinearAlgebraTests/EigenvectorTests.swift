import NumericalTesting
import Testing

@testable import LinearAlgebra

@Suite("Eigenvectors, and rows projected onto them")
struct EigenvectorTests {
  @Test("Av = λv, in the order of the eigenvalues", arguments: [1, 2, 9, 30], [false, true])
  func definition(features: Int, uncentred: Bool) throws {
    let rows = rows(40, features: features)
    let second = try covariance(rows)
    let matrix = uncentred ? try secondMoment(rows) : second.matrix
    let (eigenvalues, vectors) = try uncentred ? second.uncentredEigenvectors() : second.eigenvectors()
    #expect(try eigenvalues.isClose(to: matrix.eigenvalues(), relative: 1e-13))
    for (k, value) in eigenvalues.enumerated() {
      let v = Array(vectors[(k * features)..<((k + 1) * features)])
      #expect(v.reduce(0) { $0 + $1 * $1 }.isClose(to: 1, relative: 1e-13))
      for i in 0..<features {
        let product = (0..<features).reduce(0) { $0 + matrix[i, $1] * v[$1] }
        #expect(product.isClose(to: value * v[i], relative: 1e-12, scale: eigenvalues[0]))
      }
    }
  }

  @Test("Of a Gram matrix, the vectors about the origin are those of XXᵀ/N")
  func gram() throws {
    let rows = rows(12, features: 30)
    var gram = try GramAccumulator(rowCount: 13)
    let unusable = [Double](repeating: .nan, count: 30)
    gram.add(columns: RowBlock(rows: rows.prefix(5) + [unusable] + rows.dropFirst(5)))
    let second = try gram.centredGram()
    let expected = try #require(try second.eigenvalues().uncentred)
    let (eigenvalues, vectors) = try second.uncentredEigenvectors()
    #expect(eigenvalues.isClose(to: expected, relative: 1e-13))
    #expect(vectors.count == 12 * 12)
    for k in 0..<12 {
      let v = Array(vectors[(k * 12)..<((k + 1) * 12)])
      // vᵀXXᵀv/N = ‖Xᵀv‖²/N
      let projected = (0..<30).map { j in (0..<12).reduce(0) { $0 + rows[$1][j] * v[$1] } }
      let norm = projected.reduce(0) { $0 + $1 * $1 } / 12
      #expect(norm.isClose(to: eigenvalues[k], relative: 1e-12, scale: eigenvalues[0]))
    }
  }

  @Test("Squared projections sum to λ over each group, and over all rows", arguments: [1, 4], [3, 40])
  func projections(groupCount: Int, blockRows: Int) throws {
    var rows = rows(40, features: 8).map { $0.map { $0 * 0x1p300 } }
    rows[5][1] = .nan
    let second = try covariance(rows)
    let exponent = second.exponent
    let mean = try #require(second.mean)
    let (eigenvalues, vectors) = try second.eigenvectors()
    let groups = RowGroups(groupCount, ofRows: 40)
    var projections = ProjectionAccumulator(
      groups, directions: Array(vectors.prefix(3 * 8)), mean: mean, exponent: exponent)
    for start in stride(from: 0, to: 40, by: blockRows) {
      projections.add(RowBlock(rows: Array(rows[start..<min(start + blockRows, 40)])))
    }
    #expect(projections.counts.reduce(0, +) == 39)
    let factor = Double(sign: .plus, exponent: -exponent / 2, significand: 1)
    for k in 0..<3 {
      let total = (0..<groupCount).reduce(0) { $0 + projections.sums[$1 * 3 + k] }
      #expect((total / 39).isClose(to: eigenvalues[k], relative: 1e-12))
      for group in 0..<groupCount {
        let members = rows.indices.filter { groups[$0] == group && $0 != 5 }
        #expect(projections.counts[group] == members.count)
        let expected = members.reduce(0.0) { sum, i in
          let z = (0..<8).reduce(0.0) { $0 + (rows[i][$1] * factor - mean[$1]) * vectors[k * 8 + $1] }
          return sum + z * z
        }
        #expect(projections.sums[group * 3 + k].isClose(to: expected, relative: 1e-12))
      }
    }
  }

  @Test("LAPACK's own count of its workspace is the right one up to the greatest order, and less beyond it")
  func workspace() throws {
    let greatest = SymmetricMatrix.greatestOrderOfEigenvectors
    for order in [2, 1000, greatest] {
      let needed = SymmetricMatrix.eigenvectorWorkspaceCount(order: order)
      #expect(try #require(SymmetricMatrix.eigenvectorWorkspaceCountByQuery(order: order)) >= needed)
      #expect(needed <= Int32.max)
    }
    let needed = SymmetricMatrix.eigenvectorWorkspaceCount(order: greatest + 1)
    #expect(needed > Int32.max)
    // A LAPACK that counts in 64 bits would not wrap; ours is told 32.
    #expect((SymmetricMatrix.eigenvectorWorkspaceCountByQuery(order: greatest + 1) ?? 0) < needed)
  }

  @Test("Eigenvectors of a greater order are refused before anything is computed", arguments: [32_767, 32_768, 46_340])
  func refusal(order: Int) {
    let matrix = SymmetricMatrix(order: order, upperTriangle: [])
    let error = #expect(throws: LinearAlgebraError.orderTooLargeForEigenvectors(order)) { try matrix.eigenvectors() }
    #expect(error?.description.contains("they go up to order 32766") == true)
  }

  private func rows(_ count: Int, features: Int) -> [[Double]] {
    var generator = SeededGenerator(seed: UInt64(51 + features))
    return generator.powerLawRows(count, features: features, mean: 2)
  }

  private func covariance(_ rows: [[Double]]) throws -> SecondMoments {
    var moments = try MomentsAccumulator(featureCount: rows[0].count)
    moments.add(RowBlock(rows: rows))
    return moments.covariance()
  }

  private func secondMoment(_ rows: [[Double]]) throws -> SymmetricMatrix {
    let features = rows[0].indices
    return try SymmetricMatrix(
      rows: features.map { i in features.map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } / Double(rows.count) } })
  }
}
