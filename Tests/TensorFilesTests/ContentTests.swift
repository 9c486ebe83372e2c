import FileFixtures
import Foundation
import LinearAlgebra
import NumericalTesting
import SystemPackage
import Testing

@testable import TensorFiles

struct ContentTests {
  /// Of the sanity checks that xxHash comes with.
  @Test func `Nothing hashes to what XXH3 says of no bytes`() {
    let nothing = ContentFingerprint(high: 0x99aa_06d3_0147_98d8, low: 0x6001_c324_468d_497f, byteCount: 0)
    #expect(ContentHash().fingerprint == nothing)
  }

  @Test(arguments: [UInt64](1...8))
  func `A dump that was hashed as it grew hashes to what it would at once`(seed: UInt64) throws {
    let directory = try TemporaryDirectory()
    var generator = SeededGenerator(seed: seed)
    // More than a piece that is read at once, and no divisor of it.
    let all = generator.powerLawRows(1000, features: 67)
    var hash = ContentHash()
    var prefixes: [(Int, ContentFingerprint)] = []
    while hash.rowCount < all.count {
      let count = min(all.count, max(2, hash.rowCount + Int.random(in: 0...400, using: &generator)))
      var reader = try DumpReader(
        opening: directory.file(npy(Array(all.prefix(count)), columnCount: 67)), mode: .growing)
      #expect(try reader.extend(&hash, toRow: count))
      prefixes.append((count, hash.fingerprint))
    }
    var reader = try DumpReader(opening: directory.file(npy(all, columnCount: 67)))
    for (count, fingerprint) in prefixes {
      #expect(try reader.fingerprint(ofFirst: count) == fingerprint)
    }
    #expect(try reader.fingerprint() == hash.fingerprint)
    #expect(Set(prefixes.map(\.1)).count == Set(prefixes.map(\.0)).count)
  }

  @Test func `Every bit of the data counts, and of the header what the bytes mean`() throws {
    let directory = try TemporaryDirectory()
    let original = npy(
      "{'descr': '<f2', 'fortran_order': False, 'shape': (2, 4)}", data: (1...16).map { UInt8($0) })
    let start = original.count - 16
    func fingerprint(_ bytes: [UInt8]) throws -> ContentFingerprint? {
      var reader = try DumpReader(opening: directory.file(bytes))
      return try reader.fingerprint()
    }
    var seen = [try fingerprint(original)]
    for place in start..<original.count {
      for bit in 0..<8 {
        var changed = original
        changed[place] ^= 1 << UInt8(bit)
        seen.append(try fingerprint(changed))
      }
    }
    for header in [
      "'descr': '>f2', 'fortran_order': False, 'shape': (2, 4)",
      "'descr': '<i2', 'fortran_order': False, 'shape': (2, 4)",
      "'descr': '<f2', 'fortran_order': True, 'shape': (2, 4)",
      "'descr': '<f2', 'fortran_order': False, 'shape': (4, 2)",
      "'descr': '<f2', 'fortran_order': True, 'shape': (4, 2)",
      "'descr': '<f2', 'fortran_order': False, 'shape': (2, 2, 2)",
    ] {
      seen.append(try fingerprint(npy("{\(header)}", data: Array(original[start...]))))
    }
    #expect(Set(seen).count == seen.count && !seen.contains(nil))
    #expect(
      try fingerprint(npy("{'shape':(2,4),'fortran_order':False,'descr':'<f2'}", data: Array(original[start...])))
        == seen[0])
  }

  @Test func `What is no beginning of a dump has no fingerprint`() throws {
    var c = try DumpReader(opening: fixture("axes2-c"))
    var fortran = try DumpReader(opening: fixture("axes2-fortran"))
    #expect(try c.fingerprint(ofFirst: 4) != nil)
    #expect(try c.fingerprint(ofFirst: 10) == nil)
    #expect(try fortran.fingerprint(ofFirst: 4) == nil)
    #expect(try fortran.fingerprint(ofFirst: 0) == ContentHash().fingerprint)
    #expect(try fortran.fingerprint() != nil)
    var hash = ContentHash()
    #expect(try c.extend(&hash, toRow: 5))
    #expect(try !c.extend(&hash, toRow: 4))
    #expect(hash.rowCount == 5)
  }

  @Test func `Shards hash in their order, up to the same row wherever that is`() throws {
    let directory = try TemporaryDirectory()
    let all = countingRows(0..<9, columnCount: 3)
    let cuts = [0..<4, 4..<5, 5..<9]
    let paths = try cuts.enumerated().map { index, rows in
      try directory.file(npy(Array(all[rows]), columnCount: 3), named: "\(index)")
    }
    var whole = try DumpReader(opening: paths)
    var first = try DumpReader(opening: Array(paths[..<2]))
    #expect(try whole.fingerprint(ofFirst: 5) == first.fingerprint())
    var hash = ContentHash()
    for row in 0...9 { #expect(try whole.extend(&hash, toRow: row)) }
    #expect(try whole.fingerprint() == hash.fingerprint)
    var swapped = try DumpReader(opening: [paths[2], paths[1], paths[0]])
    #expect(try swapped.fingerprint() != hash.fingerprint)
  }

  @Test func `A file that changes while it is hashed leaves the hash as it was`() throws {
    let directory = try TemporaryDirectory()
    let bytes = npy(countingRows(0..<4, columnCount: 2), columnCount: 2)
    let path = try directory.file(bytes)
    var reader = try DumpReader(opening: path)
    var hash = ContentHash()
    #expect(try reader.extend(&hash, toRow: 2))
    let before = hash.fingerprint
    _ = try directory.file(bytes.dropLast())
    #expect(throws: TensorFileError.self) { try reader.fingerprint() }
    let error = #expect(throws: TensorFileError.self) { _ = try reader.extend(&hash, toRow: 4) }
    #expect(error?.code == .changed)
    #expect(hash.fingerprint == before && hash.rowCount == 2)
  }
}
