import FileFixtures
import LinearAlgebra
import Spectra
import SystemPackage
import TensorFiles

/// A ridge probe of 100 classes, trained and tested on all rows, against the spectrum of the same dump: both from the
/// first byte of the file, in turn.
struct ProbeBenchmark {
  let effort: Effort

  private static let classCount = 100

  func figures(in directory: TemporaryDirectory) throws -> [Figure] {
    let shape = Shape(rows: effort.isLarge ? 50_000 : 10_000, columns: 2048)
    let path = directory.path.appending("probe.npy")
    defer { try? directory.remove(path) }
    try PowerLawDump(shape: shape, seed: 1).write(to: path)
    let labels = (0..<shape.rows).map { $0 % Self.classCount }

    func spectrum() throws -> Double {
      try seconds {
        var moments = try MomentsAccumulator(featureCount: shape.columns)
        try StoredRows(opening: path).forEachBlock { moments.add($0) }
        _ = try (consume moments).covariance().spectrum()
      }
    }
    func probe() throws -> Double {
      try seconds {
        let rows = LinearProbe.Labelled(try StoredRows(opening: path), labels: labels)
        _ = try LinearProbe.run(rows, test: rows)
      }
    }
    return [
      try Figure(
        "probe \(shape)", "ridge of 100 classes, trained and tested on all rows / all eigenvalues",
        repetitions: effort.slowRepetitions
      ) {
        try probe() / spectrum()
      }
    ]
  }
}

/// The rows of a dump, read anew each time.
private final class StoredRows: FeatureRows {
  private var reader: DumpReader
  let rowCount: Int
  let featureCount: Int

  init(opening path: FilePath) throws {
    let reader = try DumpReader(opening: path)
    rowCount = reader.rowCount
    featureCount = reader.columnCount
    self.reader = reader
  }

  func forEachBlock(_ body: (borrowing RowBlock) throws -> Void) throws {
    var block = RowBlock(
      capacity: RowBlock.recommendedRowCount(columnCount: featureCount), columnCount: featureCount)
    reader.skip(toRow: 0)
    while try reader.read(into: &block) { try body(block) }
  }
}
