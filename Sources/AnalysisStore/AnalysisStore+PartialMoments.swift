import Foundation
import GRDB
public import LinearAlgebra
public import TensorFiles

extension AnalysisStore {
  /// Remembers the moments of a file's first rows in the place of those of fewer rows. Which file it is says the first
  /// of `source`, whatever its state. Arrays of a file that holds several are not remembered so: such a file does not grow
  /// by rows at its end.
  public func save(_ moments: PartialMoments, of source: SourceIdentity, _ precision: AccumulationPrecision) {
    guard source.array == nil else { return }
    let key = PartialMomentsKey(source, precision)
    write { database in
      try database.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO partialMoments(
            device, inode, precision, version, rows, high, low, byteCount, lastUsed, checksum, bytes)
          VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(
        arguments: key.arguments + [moments.rowCount] + moments.fingerprint.arguments
          + [now, key.checksum(of: moments), Data(moments.bytes)])
    }
  }

  /// The moments of a file's first rows; whether it still begins like that is to be seen from their fingerprint.
  public func partialMoments(of source: SourceIdentity, _ precision: AccumulationPrecision) -> PartialMoments? {
    guard source.array == nil else { return nil }
    let key = PartialMomentsKey(source, precision)
    return read { database, _ in
      let statement = try database.cachedStatement(
        sql: """
          SELECT rows, high, low, byteCount, checksum, bytes FROM partialMoments
          WHERE device = ? AND inode = ? AND precision = ? AND version = ?
          """)
      guard let row = try Row.fetchOne(statement, arguments: key.arguments) else { return nil }
      let moments = PartialMoments(
        rowCount: Int(try row.integer(0)), fingerprint: try row.fingerprint(1), bytes: try row.bytes(5))
      return key.checksum(of: moments) == (try row.integer(4)) ? moments : nil
    } ?? nil
  }

  /// Forgets the moments of a file's first rows, of either precision. Which file it is says the first of `source`.
  public func forgetPartialMoments(of source: SourceIdentity) {
    guard source.array == nil, let file = source.files.first else { return }
    write { database in
      try database.execute(
        sql: "DELETE FROM partialMoments WHERE device = ? AND inode = ?",
        arguments: [Int64(bitPattern: file.device), Int64(bitPattern: file.inode)])
    }
  }
}

/// Which file partial moments are of, and how they were summed.
private struct PartialMomentsKey {
  let arguments: StatementArguments
  private let owner: [UInt8]

  init(_ source: SourceIdentity, _ precision: AccumulationPrecision) {
    let (device, inode) = (source.files.first?.device ?? 0, source.files.first?.inode ?? 0)
    arguments = [
      Int64(bitPattern: device), Int64(bitPattern: inode), precision.rawValue, AnalysisStore.algorithmVersion,
    ]
    var writer = BinaryWriter()
    device.write(to: &writer)
    inode.write(to: &writer)
    precision.write(to: &writer)
    AnalysisStore.algorithmVersion.write(to: &writer)
    owner = writer.bytes
  }

  func checksum(of moments: PartialMoments) -> Int64 {
    var writer = BinaryWriter()
    writer.append(contentsOf: owner)
    moments.rowCount.write(to: &writer)
    writer.append(contentsOf: moments.fingerprint.bytes)
    return Checksum(of: moments.bytes, belongingTo: writer.bytes).value
  }
}
