import GRDB

/// The tables.
enum StoreSchema {
  /// Changes with the tables. A store of an older one is emptied, one of a newer one left alone.
  static let version = 1
  /// `eigt`: tells our files from other programs'.
  static let applicationID = 0x6569_6774

  private static let statements =
    [
      // What files held, each content once.
      """
      CREATE TABLE content(
        id INTEGER PRIMARY KEY, high INTEGER NOT NULL, low INTEGER NOT NULL, byteCount INTEGER NOT NULL,
        lastUsed INTEGER NOT NULL, UNIQUE(high, low, byteCount))
      """,
      "CREATE INDEX contentByUse ON content(lastUsed)",
      // Which files hold it.
      """
      CREATE TABLE source(
        identity BLOB PRIMARY KEY, content INTEGER NOT NULL REFERENCES content(id) ON DELETE CASCADE,
        checksum INTEGER NOT NULL) WITHOUT ROWID
      """,
      "CREATE INDEX sourceByContent ON source(content)",
    ]
    // What came of it.
    + ResultTable.allCases.map {
      """
      CREATE TABLE \($0.rawValue)(
        id INTEGER PRIMARY KEY, content INTEGER NOT NULL REFERENCES content(id) ON DELETE CASCADE,
        version INTEGER NOT NULL, parameters BLOB NOT NULL, checksum INTEGER NOT NULL, bytes BLOB NOT NULL,
        UNIQUE(content, version, parameters))
      """
    }
    // What came of the beginnings of files that grow.
    + [
      """
      CREATE TABLE partialMoments(
        id INTEGER PRIMARY KEY, device INTEGER NOT NULL, inode INTEGER NOT NULL, precision TEXT NOT NULL,
        version INTEGER NOT NULL, rows INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL,
        byteCount INTEGER NOT NULL, lastUsed INTEGER NOT NULL, checksum INTEGER NOT NULL, bytes BLOB NOT NULL,
        UNIQUE(device, inode, precision, version))
      """,
      "CREATE INDEX partialMomentsByUse ON partialMoments(lastUsed)",
    ]

  /// Makes the tables in an empty file.
  /// - Throws: `outdated`, `newer`, `foreign` and `damaged` where there are others.
  static func establish(in database: Database) throws {
    if try isEstablished(in: database) { return }
    // Of no effect once there is a table.
    try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
    try database.inTransaction(.immediate) {
      // Another process can have been faster.
      if try isEstablished(in: database) { return .rollback }
      for statement in statements { try database.execute(sql: statement) }
      try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
      return .commit
    }
  }

  /// False for an empty file.
  static func isEstablished(in database: Database) throws -> Bool {
    let found = try String.fetchAll(database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
    let foundVersion = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if application == 0, foundVersion == 0, found.isEmpty { return false }
    guard application == applicationID else { throw StoreProblem.foreign }
    guard foundVersion <= version else { throw StoreProblem.newer }
    guard foundVersion == version else { throw StoreProblem.outdated }
    guard found.sorted() == statements.sorted() else { throw StoreProblem.damaged }
    return true
  }
}
