import GRDB

/// Keeps a store below its size: what other versions computed goes first, then what was not used for longest.
struct Eviction {
  /// Bytes that the database may have, its log not counted.
  let sizeLimit: Int

  /// Where the database is too large, deletes until it has 90 % of its size, and gives the room back.
  func run(in database: Database) throws {
    guard try usedByteCount(database) > sizeLimit else { return }
    for table in ResultTable.allCases.map(\.rawValue) + ["partialMoments"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE version <> ?", arguments: [AnalysisStore.algorithmVersion])
    }
    while try usedByteCount(database) > sizeLimit / 10 * 9 {
      guard try deleteLeastRecentlyUsed(database) else { break }
    }
    try database.execute(sql: "PRAGMA incremental_vacuum")
  }

  private func usedByteCount(_ database: Database) throws -> Int {
    let pageCount = try Int.fetchOne(database.cachedStatement(sql: "PRAGMA page_count")) ?? 0
    let freeCount = try Int.fetchOne(database.cachedStatement(sql: "PRAGMA freelist_count")) ?? 0
    let pageSize = try Int.fetchOne(database.cachedStatement(sql: "PRAGMA page_size")) ?? 0
    return (pageCount - freeCount) * pageSize
  }

  /// One content with all that came of it, or one file's partial moments. False where nothing is left.
  private func deleteLeastRecentlyUsed(_ database: Database) throws -> Bool {
    let statement = try database.cachedStatement(
      sql: """
        SELECT kind, id, lastUsed FROM (SELECT 0 AS kind, id, lastUsed FROM content ORDER BY lastUsed, id LIMIT 1)
        UNION ALL
        SELECT * FROM (SELECT 1, id, lastUsed FROM partialMoments ORDER BY lastUsed, id LIMIT 1)
        ORDER BY lastUsed LIMIT 1
        """)
    guard let row = try Row.fetchOne(statement) else { return false }
    let table = try row.integer(0) == 0 ? "content" : "partialMoments"
    try database.cachedStatement(sql: "DELETE FROM \(table) WHERE id = ?").execute(arguments: [row.integer(1)])
    return true
  }
}
