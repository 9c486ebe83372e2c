import Analysis
import AnalysisEngine
import FileFixtures
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@Suite("Previews of α")
struct PreviewTests {
  /// The least dump that has one: 2,048 ranks, decaying as 1/k.
  private func write(to directory: TemporaryDirectory) throws -> FilePath {
    let (rowCount, features) = (2100, 2048)
    let scales = (1...features).map { Float(1 / Double($0).squareRoot()) }
    var values = [Float](repeating: 0, count: rowCount * features)
    var generator = SeededGenerator(seed: 91)
    values.withUnsafeMutableBufferPointer { values in
      for k in values.indices {
        let uniform = Float(Int32(truncatingIfNeeded: generator.next() >> 32)) * 0x1p-31
        values[k] = uniform * scales[k % features]
      }
    }
    return try directory.write(npy("<f4", [rowCount, features], values.withUnsafeBytes { Array($0) }), to: "x.npy")
  }

  @Test("come before the result where somebody is looking, say that they are previews, and agree to 10⁻⁸")
  func preview() async throws {
    let directory = try TemporaryDirectory()
    let file = try write(to: directory)
    var configuration = AnalysisEngine.Configuration(workerCount: 1)
    configuration.showsPreviews = true
    let session = await Session.run([file], configuration: configuration)
    let preview = try #require(session.previewed.first)
    let result = try #require(session.finished.first)
    let place = session.updates.firstIndex(of: .previewed(preview))
    #expect(session.previewed.count == 1 && place ?? .max < session.updates.firstIndex(of: .finished(result)) ?? 0)
    #expect(preview.isPreview && preview.warnings.contains { $0.code == .preview })
    #expect(!result.isPreview && !result.warnings.contains { $0.code == .preview })
    let (one, two) = (try #require(preview.alpha), try #require(result.alpha))
    #expect(one.isClose(to: two, relative: 1e-8), "\(one), \(two)")
    #expect(preview.summary?.fit?.range == .standard)
    // What would take all eigenvalues is not made up.
    #expect(preview.summary?.ranks == nil && preview.shape == result.shape)
    let total = try #require(result.summary?.totalVariance)
    #expect(try #require(preview.summary?.totalVariance).isClose(to: total, relative: 1e-12))

    // Where nobody looks there is none, and it makes no difference to the result. In single precision it says so.
    #expect(await Session.run([file]).updates.filter { $0.isPreview || $0.isFinished } == [.finished(result)])
    configuration.precision = .float32
    let single = await Session.run([file], configuration: configuration)
    #expect(single.previewed.first?.precision == "float32" && single.finished.first?.precision == "float32")
  }
}
