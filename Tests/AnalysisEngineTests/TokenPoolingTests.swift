import Analysis
import AnalysisStore
import FileFixtures
import LinearAlgebra
import NumericalTesting
import Spectra
import SystemPackage
import TensorFiles
import Testing

@testable import AnalysisEngine

@Suite("Tokens pooled by choice")
struct TokenPoolingTests {
  private let directory: TemporaryDirectory
  private static let (images, tokens, channels) = (60, 5, 24)
  private static let fit = FitSettings(range: FitRange(first: 2, last: 20) ?? .standard)

  init() throws { directory = try TemporaryDirectory() }

  /// N × T × D numbers in which tokens of an image resemble one another.
  private var values: [[[Double]]] {
    var generator = SeededGenerator(seed: 3)
    let images = generator.powerLawRows(Self.images, features: Self.channels, decay: 1, mean: 1)
    return images.map { image in
      (0..<Self.tokens).map { token in image.map { $0 * (1 + 0.1 * Double(token)) + 0.1 * generator.normal() } }
    }
  }

  private func write(_ values: [[[Double]]], to name: FilePath) throws -> FilePath {
    let flat = values.flatMap { $0.flatMap { $0 } }
    let shape = [values.count, values[0].count, values[0][0].count]
    let file = try directory.write(npy("<f8", shape, flat.withUnsafeBytes { Array($0) }), to: name)
    try setAge(of: file, to: 86_400)
    return file
  }

  private func matrix(_ pooling: TokenPooling) -> [[Double]] {
    switch pooling {
    case .flatten: values.map { $0.flatMap { $0 } }
    case .first: values.map { $0[0] }
    case .samples: values.flatMap { $0 }
    case .mean:
      values.map { image in
        (0..<Self.channels).map { c in image.reduce(0) { $0 + $1[c] } / Double(Self.tokens) }
      }
    }
  }

  private func analyse(
    _ file: FilePath, _ pooling: TokenPooling, store: AnalysisStore? = nil, uncertainty: Bool = false
  ) async -> Session {
    var configuration = AnalysisEngine.Configuration(fit: Self.fit, workerCount: 1)
    configuration.tokens = pooling
    configuration.store = store
    configuration.computesUncertainty = uncertainty
    return await Session.run([file], configuration: configuration)
  }

  @Test("The record is that of a matrix of these samples, and says how it was made", arguments: TokenPooling.allCases)
  func record(pooling: TokenPooling) async throws {
    let file = try write(values, to: "tokens.npy")
    let plain = try directory.write(float64(matrix(pooling)), to: "plain.npy")
    let found = try #require(await analyse(file, pooling).finished.first)
    let expected = try #require(await analyse(plain, .flatten).finished.first)
    #expect(found.shape?.tokens == pooling && expected.shape?.tokens == nil)
    #expect(found.shape?.sampleCount == expected.shape?.sampleCount)
    #expect(found.shape?.featureCount == expected.shape?.featureCount)
    let (alpha, other) = (try #require(found.alpha), try #require(expected.alpha))
    #expect(alpha.isClose(to: other, relative: 1e-12))
    let isWarned = found.warnings.contains { $0.code == .dependentRows }
    #expect(isWarned == (pooling == .samples))
  }

  @Test("A probe is trained on the pooled features, not on all axes", arguments: [TokenPooling.mean, .first, .flatten])
  func probe(pooling: TokenPooling) throws {
    let labels = Array(0..<Self.images).map { Int64($0 % 3) }
    let file = try directory.write(
      npy("<i8", [labels.count], labels.withUnsafeBytes { Array($0) }), to: "labels.npy")
    let tokens = try write(values, to: "tokens.npy")
    let plain = try directory.write(float64(matrix(pooling)), to: "plain.npy")
    let found = try #require(try DumpProbe.run(features: [tokens], tokens: pooling, labels: file).result)
    let expected = try #require(try DumpProbe.run(features: [plain], labels: file).result)
    #expect(found.featureCount == expected.featureCount && found.top1 == expected.top1)
    #expect(found.penalty.isClose(to: expected.penalty, relative: 1e-9))
  }

  @Test("The engine probes what it analysed: the pooled features")
  func probeOfTheEngine() async throws {
    let labels = Array(0..<Self.images).map { Int64($0 % 3) }
    try directory.write(npy("<i8", [labels.count], labels.withUnsafeBytes { Array($0) }), to: "labels.npy")
    let file = try write(values, to: "tokens.npy")
    var configuration = AnalysisEngine.Configuration(fit: Self.fit, workerCount: 1)
    configuration.tokens = .mean
    let (probes, told) = AsyncStream.makeStream(of: ProbeRecord?.self)
    let session = await Session.run([file], configuration: configuration) { update in
      if case .probed(_, let record) = update { told.yield(record) }
    }
    await session.engine.probe(file.dump)
    var iterator = probes.makeAsyncIterator()
    #expect(try #require(await iterator.next() ?? nil).result?.featureCount == Self.channels)
  }

  @Test("Results of different poolings are never taken for one another, whichever was stored before")
  func stored() async throws {
    let file = try write(values, to: "run/tokens.npy")
    let cache = try TemporaryDirectory()
    var expected: [TokenPooling: AnalysisRecord] = [:]
    for pooling in TokenPooling.allCases { expected[pooling] = await analyse(file, pooling).finished.first }
    #expect(Set(expected.values.map(\.alpha)).count == 4)
    for _ in 0..<2 {
      for pooling in TokenPooling.allCases {
        let store = AnalysisStore(.directory(cache.path), sizeLimit: 1 << 30) { Issue.record("\($0)") }
        let session = await analyse(file, pooling, store: store)
        let record = try #require(session.finished.first)
        #expect(record.summary == expected[pooling]?.summary && record.shape == expected[pooling]?.shape, "\(pooling)")
        #expect(record.warnings == expected[pooling]?.warnings)
        let spectra = await session.engine.spectra(of: file.dump)
        #expect(spectra?.spectrum.eigenvalues.count == record.shape.map { min($0.sampleCount, $0.featureCount) })
        store.close()
      }
    }
    // By now the store knows all four.
    let store = AnalysisStore(.directory(cache.path), sizeLimit: 1 << 30) { Issue.record("\($0)") }
    for pooling in TokenPooling.allCases {
      #expect(await analyse(file, pooling, store: store).queued.isEmpty, "\(pooling) is not remembered")
    }
  }

  @Test("Tokens of an image are left out together: of equal tokens the intervals are those of the images")
  func intervals() async throws {
    let images = values.map { $0[0] }
    let file = try write(images.map { image in (0..<Self.tokens).map { _ in image } }, to: "equal.npy")
    let plain = try directory.write(float64(images), to: "plain.npy")
    let found = try #require(await analyse(file, .samples, uncertainty: true).refined.first)
    let expected = try #require(await analyse(plain, .flatten, uncertainty: true).refined.first)
    let interval = try #require(found.uncertainty?.measures[.alpha]?.interval)
    let other = try #require(expected.uncertainty?.measures[.alpha]?.interval)
    #expect(interval.lowerBound.isClose(to: other.lowerBound, relative: 1e-9))
    #expect(interval.upperBound.isClose(to: other.upperBound, relative: 1e-9))
  }
}
