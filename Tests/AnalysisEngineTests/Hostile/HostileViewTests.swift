import Analysis
import AnalysisEngine
import FileFixtures
import Foundation
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@Suite("Measures on request, of hostile features")
struct HostileViewTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// The record of an array of n objects in q views of D features, a row an object.
  private func analyse(_ objects: [[Double]], viewCount: Int) async throws -> AnalysisRecord {
    let shape = [objects.count, viewCount, objects[0].count / viewCount]
    let values = Array(objects.joined())
    let file = try directory.write(
      npy("<f8", shape, values.withUnsafeBytes { Array($0) }), to: FilePath("views_\(UUID()).npy"))
    let session = await Session.run([file], computesUncertainty: true, requested: Measure.onRequest)
    let record = try #require(session.finished.first)
    if record.failure == nil { try expectSound(record) }
    return record
  }

  private func objects(_ count: Int, _ viewCount: Int, features: Int) -> [[Double]] {
    var generator = SeededGenerator(seed: 111)
    return generator.powerLawRows(count, features: viewCount * features, mean: 1)
  }

  @Test("One view has no LiDAR, and one object nothing, for a reason", arguments: [(1, 4), (30, 1), (1, 1)])
  func tooFew(objectCount: Int, viewCount: Int) async throws {
    let record = try await analyse(objects(objectCount, viewCount, features: 6), viewCount: viewCount)
    #expect(record.value(of: .lidar) == nil)
    #expect(record.failure?.code == (objectCount == 1 ? .oneRow : nil))
    #expect((record.value(of: .selfCluster) == nil) == (objectCount == 1))
  }

  @Test(
    "Objects that do not differ have no LiDAR, whatever their value and views", arguments: [0, 0.1, 1 / 3.0, 1e6 / 7])
  func alike(value: Double) async throws {
    let constant = [[Double]](repeating: [Double](repeating: value, count: 60), count: 49)
    let record = try await analyse(constant, viewCount: 3)
    #expect(record.failure == nil && record.value(of: .lidar) == nil)
    // Rows of zeros have no direction, others all the same.
    let cluster = record.value(of: .selfCluster)
    #expect(value == 0 ? cluster == nil : (cluster ?? 0).isClose(to: 1, relative: 1e-12))
    let views = [[Double]](repeating: (0..<60).map { value * Double($0 * $0 % 7) }, count: 49)
    let other = try await analyse(views, viewCount: 3)
    // Large ones lose δ, and nothing else keeps the few directions of their views apart.
    #expect(other.value(of: .lidar) == nil)
    #expect(other.failure == nil || value > 1 && other.failure?.code == .noEigenvalues)
  }

  @Test("Objects with a NaN or an infinity in a view are left out", arguments: [Double.nan, .infinity])
  func nonFinite(value: Double) async throws {
    let sound = objects(30, 3, features: 5)
    var broken = sound[7]
    broken[8] = value
    let expected = try await analyse(sound, viewCount: 3)
    let found = try await analyse(Array(sound[..<4]) + [broken] + sound[4...], viewCount: 3)
    #expect(found.summary?.nonFiniteRows == 1)
    for measure in Measure.onRequest {
      let one = try #require(found.value(of: measure))
      let two = try #require(expected.value(of: measure))
      #expect(one.isClose(to: two, relative: 1e-9), "\(measure): \(one), \(two)")
    }
    let none = try await analyse([[Double]](repeating: broken, count: 4), viewCount: 3)
    #expect(none.failure == nil && Measure.onRequest.allSatisfy { none.value(of: $0) == nil })
  }

  @Test(
    "At any scale there is a number, or a warning that says why, and nothing else is lost",
    arguments: [1e-150, 1e-30, 1e30, 1e150, 1e300],
    [(30, 3), (4, 2)])
  func scale(factor: Double, shape: (objects: Int, views: Int)) async throws {
    let objects = objects(shape.objects, shape.views, features: 5)
    let expected = try await analyse(objects, viewCount: shape.views)
    let found = try await analyse(objects.map { $0.map { $0 * factor } }, viewCount: shape.views)
    let cluster = try #require(found.value(of: .selfCluster))
    #expect(cluster.isClose(to: try #require(expected.value(of: .selfCluster)), relative: 1e-9))
    if let lidar = found.value(of: .lidar) {
      #expect(lidar >= 1 && lidar < 5.1, "\(lidar)")
    } else {
      // Fewer differences of views than features, beside which δ is lost.
      #expect(factor > 1 && shape.objects == 4)
      #expect(found.warnings.contains { $0.code == .noMeasure && $0.message.hasPrefix("no lidar: ") })
    }
  }
}
