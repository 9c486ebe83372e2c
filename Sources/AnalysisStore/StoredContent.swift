import Foundation
import GRDB
import TensorFiles

/// A row of the table of contents.
struct StoredContent {
  let id: Int64
  let fingerprint: ContentFingerprint
  /// Seconds since 1970.
  let lastUsed: Int

  /// What files in this state hold; nil where that is not known.
  init?(of source: SourceIdentity, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT content.id, high, low, byteCount, lastUsed, checksum
        FROM source JOIN content ON content.id = source.content WHERE identity = ?
        """)
    let identity = source.bytes
    guard let row = try Row.fetchOne(statement, arguments: [Data(identity)]) else { return nil }
    try self.init(row)
    // The row leads from files to numbers: a wrong one would lead to another file's.
    guard Checksum(of: fingerprint.bytes, belongingTo: identity).value == (try row.integer(5)) else { return nil }
  }

  /// The row of a content; nil where there is none.
  init?(_ fingerprint: ContentFingerprint, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "SELECT id, high, low, byteCount, lastUsed FROM content WHERE high = ? AND low = ? AND byteCount = ?")
    guard let row = try Row.fetchOne(statement, arguments: fingerprint.arguments) else { return nil }
    try self.init(row)
  }

  private init(_ row: Row) throws {
    id = try row.integer(0)
    fingerprint = try row.fingerprint(1)
    lastUsed = Int(try row.integer(4))
  }

  /// The row of a content, which is made where there is none, used now.
  init?(using fingerprint: ContentFingerprint, at time: Int, in database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO content(high, low, byteCount, lastUsed) VALUES(?, ?, ?, ?)
        ON CONFLICT(high, low, byteCount) DO UPDATE SET lastUsed = excluded.lastUsed
        """
    ).execute(arguments: fingerprint.arguments + [time])
    try self.init(fingerprint, in: database)
  }

  /// Remembers that files in this state hold it.
  func link(_ source: SourceIdentity, in database: Database) throws {
    let identity = source.bytes
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO source(identity, content, checksum) VALUES(?, ?, ?)")
      .execute(arguments: [Data(identity), id, Checksum(of: fingerprint.bytes, belongingTo: identity).value])
  }
}

extension ContentFingerprint {
  /// SQLite's integers are signed.
  var arguments: StatementArguments { [Int64(bitPattern: high), Int64(bitPattern: low), byteCount] }
}
