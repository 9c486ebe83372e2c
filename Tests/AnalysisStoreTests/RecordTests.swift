import Analysis
import LinearAlgebra
import NumericalTesting
import Spectra
import StoreExamples
import TensorFiles
import Testing

@testable import AnalysisStore

@Suite("Records and spectra in the store")
struct RecordTests {
  let session = StoreSession(.temporary)
  var store: AnalysisStore { session.store }
  private let parameters = StoreExample.parameters

  @Test("A file that did not change has its record and its spectra back", arguments: [false, true])
  func lookUp(_ hasParts: Bool) {
    let example = StoreExample(seed: 1, hasParts: hasParts)
    #expect(session.knows(example) == false)
    example.save(in: store)
    #expect(session.knows(example) == true)
    let stored = store.record(of: example.source, parameters, withIntervals: true)
    #expect(stored?.record(of: example.record.dump) == example.record)
    #expect(store.spectra(of: example.source, .float64) == DumpSpectra(example.spectra.spectrum))
    #expect(store.fingerprint(of: example.source) == example.fingerprint)
    #expect(session.problems.isEmpty)
  }

  @Test("Many files are looked up at once, and what is not known is left out")
  func bulk() {
    let examples = (0..<20).map { StoreExample(seed: $0) }
    for example in examples.prefix(12) { example.save(in: store) }
    let records = store.records(of: examples.map(\.source), parameters)
    #expect(records.count == 12)
    for example in examples.prefix(12) { #expect(records[example.source] == StoredRecord(example.record)) }
  }

  @Test("A file in another state is not known, unless what it holds is")
  func moved() {
    let (example, other) = (StoreExample(seed: 1), StoreExample(seed: 2))
    example.save(in: store)
    #expect(store.record(of: other.source, parameters) == nil)
    #expect(store.record(of: example.fingerprint, parameters) == StoredRecord(example.record))
    #expect(store.spectra(of: example.fingerprint, .float64) == example.spectra)
    store.link(other.source, to: example.fingerprint)
    #expect(store.record(of: other.source, parameters) == StoredRecord(example.record))
    #expect(store.record(of: example.source, parameters) == StoredRecord(example.record))
  }

  @Test("A content that is not known cannot be linked to")
  func unknownContent() {
    let example = StoreExample(seed: 1)
    store.link(example.source, to: example.fingerprint)
    #expect(store.fingerprint(of: example.source) == nil)
  }

  @Test("Every number of an identity counts", arguments: 0..<7)
  func identity(_ changed: Int) {
    func source(_ numbers: [Int]) -> SourceIdentity {
      SourceIdentity(
        FileIdentity(
          device: UInt64(numbers[0]), inode: UInt64(numbers[1]), byteCount: numbers[2], modificationSeconds: numbers[3],
          modificationNanoseconds: numbers[4], changeSeconds: numbers[5], changeNanoseconds: numbers[6]))
    }
    let example = StoreExample(seed: 1)
    var numbers = [1, 2, 3, 4, 5, 6, 7]
    store.save(example.record, example.spectra, of: source(numbers), example.fingerprint, parameters)
    #expect(store.fingerprint(of: source(numbers)) == example.fingerprint)
    numbers[changed] += 1
    #expect(store.fingerprint(of: source(numbers)) == nil)
  }

  @Test("Shards are one source, in their order")
  func shards() throws {
    var generator = SeededGenerator(seed: 9)
    let files = (0..<3).map { _ in StoreExample.file(&generator) }
    let example = StoreExample(seed: 1)
    let shards = SourceIdentity(files: files)
    store.save(example.record, nil, of: shards, example.fingerprint, parameters)
    #expect(store.fingerprint(of: shards) == example.fingerprint)
    #expect(store.fingerprint(of: SourceIdentity(files: files.reversed())) == nil)
    #expect(store.fingerprint(of: SourceIdentity(files[0])) == nil)
  }

  @Test("Arrays of one file are sources of their own, and none is the file's")
  func arrays() throws {
    var generator = SeededGenerator(seed: 9)
    let file = StoreExample.file(&generator)
    let example = StoreExample(seed: 1)
    let first = SourceIdentity(files: [file], array: "mean")
    store.save(example.record, nil, of: first, example.fingerprint, parameters)
    #expect(store.fingerprint(of: first) == example.fingerprint)
    // `mean` is the name of a pooling, too.
    let others = [
      SourceIdentity(file), SourceIdentity(files: [file], array: "other"), SourceIdentity(files: [file], tokens: .mean),
      SourceIdentity(files: [file], array: "mean", tokens: .mean),
    ]
    for other in others { #expect(store.fingerprint(of: other) == nil) }
  }

  @Test("A record is found under its own parameters only")
  func parametersCount() throws {
    let example = StoreExample(seed: 1)
    example.save(in: store)
    var other = parameters
    other.fit.range = try #require(FitRange(first: 11, last: 50))
    #expect(store.record(of: example.source, other) == nil)
    other = parameters
    other.fit.estimator = .ols
    #expect(store.record(of: example.source, other) == nil)
    other = parameters
    other.fit.acceptance = .fastssl
    #expect(store.record(of: example.source, other) == nil)
    other = parameters
    other.requested = [.lidar]
    #expect(store.record(of: example.source, other) == nil)
    other = parameters
    other.precision = .float32
    #expect(store.record(of: example.source, other) == nil)
    #expect(store.spectra(of: example.source, .float32) == nil)
    #expect(store.record(of: example.source, parameters) != nil)
  }

  @Test("Records with intervals and without stand side by side")
  func intervals() {
    let (plain, full) = (StoreExample(seed: 1), StoreExample(seed: 1, hasParts: true))
    store.save(plain.record, plain.spectra, of: plain.source, plain.fingerprint, parameters)
    #expect(store.record(of: plain.source, parameters, withIntervals: true) == StoredRecord(plain.record))
    store.save(full.record, full.spectra, of: plain.source, plain.fingerprint, parameters)
    #expect(store.record(of: plain.source, parameters, withIntervals: true) == StoredRecord(full.record))
    #expect(store.record(of: plain.source, parameters) == StoredRecord(plain.record))
    // Spectra without parts do not take the parts away.
    store.save(full.record, DumpSpectra(full.spectra.spectrum), of: plain.source, plain.fingerprint, parameters)
    #expect(store.spectra(of: plain.source, .float64, partsOf: .items) == full.spectra)
  }

  @Test("What another attempt could improve on is not stored")
  func unfinished() {
    let example = StoreExample(seed: 1)
    var records = [AnalysisRecord(dump: example.record.dump, failure: AnalysisFailure(code: .truncated, message: ""))]
    records.append(AnalysisRecord(dump: example.record.dump, shape: example.record.shape))
    var incomplete = example.record
    incomplete.promisedSampleCount = example.record.shape.map { 2 * $0.sampleCount }
    records.append(incomplete)
    for code in [AnalysisWarning.Code.noMeasure, .noInterval] {
      var record = example.record
      record.warnings.append(AnalysisWarning(code, "too much memory"))
      records.append(record)
    }
    for origin in [Eigenspectrum.Origin.preview(.float64), .given, .features(.float32)] {
      var record = example.record
      record.summary?.origin = origin
      records.append(record)
    }
    let given = DumpSpectra(Eigenspectrum(given: [3, 2, 1]))
    for record in records { store.save(record, given, of: example.source, example.fingerprint, parameters) }
    #expect(store.info()?.contentCount == 0)
  }

  @Test("Warnings of the results are stored, those of the dump's surroundings come from the dump")
  func warnings() {
    let example = StoreExample(seed: 1)
    var dump = example.record.dump
    dump.metrics = ["acc": Metric(value: 70, join: .lastOfRun)]
    let record = AnalysisRecord(
      dump: dump, shape: example.record.shape, spectra: example.spectra, settings: parameters.fit, nonFiniteRows: 2)
    #expect(record.warnings.map(\.code).suffix(1) == [.metricOfLaterCheckpoint] && record.warnings.count > 1)
    store.save(record, nil, of: example.source, example.fingerprint, parameters)
    let stored = store.record(of: example.source, parameters)
    #expect(stored?.record(of: dump) == record)
    dump.metrics = [:]
    #expect(stored?.record(of: dump).warnings == record.warnings.dropLast())
  }

  @Test("Partial moments are known by the file that grows, whatever its state")
  func partialMoments() {
    let (example, later) = (StoreExample(seed: 1), StoreExample(seed: 2))
    let file = example.source.files[0]
    let grown = SourceIdentity(
      FileIdentity(
        device: file.device, inode: file.inode, byteCount: file.byteCount + 1, modificationSeconds: 1,
        modificationNanoseconds: 2, changeSeconds: 3, changeNanoseconds: 4))
    #expect(store.partialMoments(of: grown, .float64) == nil)
    store.save(example.moments, of: example.source, .float64)
    #expect(store.partialMoments(of: grown, .float64) == example.moments)
    #expect(store.partialMoments(of: grown, .float32) == nil)
    #expect(store.partialMoments(of: later.source, .float64) == nil)
    store.save(later.moments, of: grown, .float64)
    #expect(store.partialMoments(of: example.source, .float64) == later.moments)
    #expect(store.info()?.partialMomentsCount == 1)
  }
}
