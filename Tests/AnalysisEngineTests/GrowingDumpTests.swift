import FileFixtures
import Foundation
import NumericalTesting
import SystemPackage
import TensorFiles
import Testing

@testable import AnalysisEngine

@Suite("What is kept of a dump that grows")
struct GrowingDumpTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// 40 rows are kept of 60, of which one, from the 16th on, has become another.
  @Test(
    "is given up where a row at either end has become another; what is between is seen when the file has settled",
    arguments: zip([0, 15, 16, 23, 24, 39, 40], [false, false, true, true, false, false, true]))
  func ends(row: Int, isBeginning: Bool) throws {
    let bytes = dump(rows: 60, columns: 20)
    let file = try directory.write(bytes, to: "features.npy")
    try resize(file, to: bytes.count - 20 * 20)
    var reader = try DumpReader(opening: file, mode: .growing)
    guard var kept = try GrowingDump(&reader, memoryLimit: .max, precision: .float64) else {
      Issue.record("its rows can be told from others")
      return
    }
    try kept.complete(from: &reader) { _, _ in }

    var others = bytes
    others[bytes.count - (60 - row) * 20] ^= 1
    try directory.write(others, to: "features.npy")
    var later = try DumpReader(opening: file, mode: .growing)
    let found = try kept.isStillBeginning(of: &later)
    #expect(found == isBeginning)
  }

  @Test("Rows that were kept do not count towards the rows per second of an analysis")
  func rate() {
    var told: [Double] = []
    let progress = ProgressReport("x.npy") { update in
      if case .progressed(_, _, let perSecond) = update { told.append(perSecond) }
    }
    progress(1000, after: 1000)
    #expect(told == [0])
  }
}
