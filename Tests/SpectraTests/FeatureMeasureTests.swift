import Glibc
import LinearAlgebra
import NumericalTesting
import Spectra
import Testing

@Suite("Measures that need features")
struct FeatureMeasureTests {
  @Test("SelfCluster is numpy's, in blocks of any size", arguments: [1, 3, 100])
  func selfCluster(blockRows: Int) throws {
    for features in try Reference.measures().features {
      let found = try selfCluster(of: features.rows, blockRows: blockRows)
      #expect(try #require(found).isClose(to: features.selfCluster, relative: 1e-9))
    }
  }

  @Test("Rows of zeros and rows that are not finite have no direction")
  func skippedRows() throws {
    var generator = SeededGenerator(seed: 51)
    let rows = generator.powerLawRows(20, features: 6, mean: 0.5)
    let others = rows + [[0, 0, 0, 0, 0, 0], [1, 2, 3, .nan, 0, 0], [.infinity, 0, 0, 0, 0, 0]]
    #expect(try selfCluster(of: others, blockRows: 7) == selfCluster(of: rows, blockRows: 7))
  }

  @Test(
    "Rows that point the same way cluster entirely, rows along all axes not at all, at any scale",
    arguments: [
      1e-300, 1, 1e300,
    ])
  func extremes(scale: Double) throws {
    let same = (1...10).map { i in [3.0, -1, 2].map { $0 * scale / Double(i) } }
    #expect(try #require(try selfCluster(of: same, blockRows: 4)).isClose(to: 1, relative: 1e-12))
    // Evenly: s = N²/D, which is below the expectation N + N(N − 1)/D of random directions.
    let axes = (0..<12).map { i in (0..<3).map { $0 == i % 3 ? scale : 0 } }
    let even: Double = (144.0 / 3 - 56) / (144 - 56)
    #expect(try #require(try selfCluster(of: axes, blockRows: 5)).isClose(to: even, relative: 1e-12))
    #expect(try selfCluster(of: [[scale, 0]], blockRows: 1) == nil)
    #expect(try selfCluster(of: [[scale], [scale]], blockRows: 2) == nil)
  }

  @Test("LiDAR is numpy's, in blocks of any size", arguments: [1, 4, 100])
  func lidar(blockRows: Int) throws {
    let views = try Reference.measures().views
    let found = try lidar(of: views.objects, viewCount: views.viewCount, blockRows: blockRows)
    #expect(try #require(found).isClose(to: views.lidar, relative: 1e-9))
  }

  @Test("An object with a value that is not finite is left out, and counted")
  func nonFiniteObjects() throws {
    let views = try Reference.measures().views
    var lidar = try LiDAR(viewCount: views.viewCount, featureCount: views.objects[0].count / views.viewCount)
    var broken = views.objects[0]
    broken[5] = .nan
    lidar.add(RowBlock(rows: [broken] + views.objects))
    #expect(lidar.nonFiniteObjectCount == 1)
    #expect(try #require(try lidar.value()).isClose(to: views.lidar, relative: 1e-9))
  }

  @Test("LiDAR needs two objects that differ and two views")
  func tooLittle() throws {
    #expect(try lidar(of: [[1, 2, 3, 4]], viewCount: 2, blockRows: 1) == nil)
    #expect(try lidar(of: [[1, 2, 3, 4], [1, 2, 3, 4]], viewCount: 2, blockRows: 2) == nil)
    #expect(try lidar(of: [[1, 2], [3, 4]], viewCount: 1, blockRows: 2) == nil)
  }

  private func selfCluster(of rows: [[Double]], blockRows: Int) throws -> Double? {
    var measure = try SelfCluster(featureCount: rows[0].count)
    for block in blocks(of: rows, blockRows) { measure.add(block) }
    return measure.value()
  }

  private func lidar(of objects: [[Double]], viewCount: Int, blockRows: Int) throws -> Double? {
    var measure = try LiDAR(viewCount: viewCount, featureCount: objects[0].count / viewCount)
    for block in blocks(of: objects, blockRows) { measure.add(block) }
    return try measure.value()
  }

  private func blocks(of rows: [[Double]], _ count: Int) -> [RowBlock] {
    stride(from: 0, to: rows.count, by: count).map { RowBlock(rows: Array(rows.dropFirst($0).prefix(count))) }
  }
}
