import Analysis
import NumericalTesting
import Spectra
import StoreExamples
import Testing

@testable import AnalysisStore

@Suite("Bytes of results")
struct CodingTests {
  @Test(
    "A double comes back to the last bit",
    arguments: [
      0, -0.0, 1 / 3, .nan, -.nan, .signalingNaN, .infinity, -.infinity, .leastNonzeroMagnitude,
      .greatestFiniteMagnitude,
    ])
  func doubles(_ value: Double) throws {
    let read = try BinaryReader.value(Double.self, of: BinaryWriter.bytes(of: value))
    #expect(read.bitPattern == value.bitPattern)
  }

  @Test("A record with all that can be in one comes back", arguments: [false, true])
  func record(_ hasParts: Bool) throws {
    let record = try #require(StoredRecord(StoreExample(seed: 1, hasParts: hasParts).record))
    #expect((record.uncertainty != nil) == hasParts)
    #expect(try BinaryReader.value(of: BinaryWriter.bytes(of: record)) == record)
  }

  @Test("Numbers that are none come back in a record")
  func nonFinite() throws {
    var record = StoreExample(seed: 1).record
    record.summary?.totalVariance = .infinity
    record.summary?.noiseFloor = .nan
    record.summary?.sketch = [1, -0.0, .nan]
    record.requested = [.lidar: .nan, .selfCluster: -.infinity]
    let bytes = BinaryWriter.bytes(of: try #require(StoredRecord(record)))
    let read = try BinaryReader.value(StoredRecord.self, of: bytes)
    #expect(BinaryWriter.bytes(of: read) == bytes)
    #expect(read.summary.noiseFloor.isNaN && read.requested[.selfCluster] == -.infinity)
    #expect(read.summary.sketch.map(\.bitPattern) == record.summary?.sketch.map(\.bitPattern))
  }

  @Test("Spectra come back", arguments: [false, true])
  func spectra(_ hasParts: Bool) throws {
    let spectra = StoreExample(seed: 2, hasParts: hasParts).spectra
    #expect(try BinaryReader.value(of: BinaryWriter.bytes(of: spectra.spectrum)) == spectra.spectrum)
    guard let parts = PartSpectra(spectra) else {
      #expect(!hasParts)
      return
    }
    let read = try BinaryReader.value(PartSpectra.self, of: BinaryWriter.bytes(of: parts))
    #expect(read.replicates == spectra.replicates && read.nested == spectra.nested)
  }

  @Test("Bytes that end early, or late, are refused")
  func truncation() throws {
    let bytes = BinaryWriter.bytes(of: try #require(StoredRecord(StoreExample(seed: 3, hasParts: true).record)))
    for count in 0..<bytes.count {
      #expect(throws: BinaryReader.Damage.self) {
        try BinaryReader.value(StoredRecord.self, of: Array(bytes[..<count]))
      }
    }
    #expect(throws: BinaryReader.Damage.self) { try BinaryReader.value(StoredRecord.self, of: bytes + [0]) }
  }

  @Test("Any byte may be wrong: it is read as something else or refused")
  func mutation() throws {
    let example = StoreExample(seed: 4, hasParts: true)
    let record = BinaryWriter.bytes(of: try #require(StoredRecord(example.record)))
    let parts = BinaryWriter.bytes(of: try #require(PartSpectra(example.spectra)))
    for index in record.indices {
      for value in [0, 0x7f, 0xff] as [UInt8] {
        var changed = record
        changed[index] = value
        // What can be read can be worked with.
        if let read = try? BinaryReader.value(StoredRecord.self, of: changed) {
          _ = read.record(of: example.record.dump).fitted(to: example.spectra, with: FitSettings())
        }
      }
    }
    for index in parts.indices {
      var changed = parts
      changed[index] = 0xff
      let read = try? BinaryReader.value(PartSpectra.self, of: changed)
      if let spectrum = read?.replicates?.spectra.first {
        _ = SpectrumSummary(spectrum, settings: FitSettings(), nonFiniteRows: 0)
      }
    }
  }

  @Test("A count that promises more than there is takes no memory", arguments: [UInt64.max, 1 << 62, 1 << 40, 9])
  func promises(_ count: UInt64) {
    let bytes = BinaryWriter.bytes(of: count) + [0, 0, 0, 0, 0, 0, 0, 0]
    #expect(throws: BinaryReader.Damage.self) { try BinaryReader.value([Double].self, of: bytes) }
    #expect(throws: BinaryReader.Damage.self) { try BinaryReader.value(String.self, of: bytes) }
  }

  @Test("A checksum sees every changed bit, the length, and whose bytes they are")
  func checksum() {
    var generator = SeededGenerator(seed: 5)
    let bytes = (0..<43).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    let value = Checksum(of: bytes, belongingTo: [1]).value
    for bit in 0..<8 * bytes.count {
      var changed = bytes
      changed[bit / 8] ^= 1 << (bit % 8)
      #expect(Checksum(of: changed, belongingTo: [1]).value != value)
    }
    #expect(Checksum(of: bytes + [0], belongingTo: [1]).value != value)
    #expect(Checksum(of: bytes, belongingTo: [2]).value != value)
  }
}
