import GRDB
import Synchronization
import SystemPackage

extension AnalysisStore {
  /// Seconds within which a content is marked as used once.
  private static let usePrecision = 3600

  /// Seconds since 1970.
  var now: Int { clock() }

  /// Notes that a content was used, to be written with what is written next.
  func markUsed(_ content: StoredContent) {
    guard now - content.lastUsed >= Self.usePrecision else { return }
    state.withLock { _ = $0.used.insert(content.id) }
  }

  /// Looks something up; nil where that fails. Rows that turn out to be damaged are deleted.
  func read<Value>(_ body: (Database, inout [ResultTable.DamagedRow]) throws -> Value) -> Value? {
    guard let queue = state.withLock(\.queue) else { return nil }
    do {
      var damaged: [ResultTable.DamagedRow] = []
      // GRDB's own `read` guards against writes, which takes longer than to look something up.
      let value = try queue.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.deferred) {
          value = try body(database, &damaged)
          return .commit
        }
        return value
      }
      if !damaged.isEmpty {
        write { database in
          for row in damaged {
            try database.execute(sql: "DELETE FROM \(row.table.rawValue) WHERE id = ?", arguments: [row.id])
          }
        }
      }
      return value
    } catch {
      recover(from: StoreProblem(error), of: queue)
      return nil
    }
  }

  /// Changes something, all of it or nothing.
  func write(_ body: (Database) throws -> Void) {
    guard let queue = state.withLock(\.queue) else { return }
    let used = state.withLock { state in
      defer { state.used = [] }
      return state.used
    }
    do {
      try queue.write { database in
        try body(database)
        let statement = try database.cachedStatement(sql: "UPDATE content SET lastUsed = ? WHERE id = ?")
        for id in used { try statement.execute(arguments: [now, id]) }
        try eviction.run(in: database)
      }
    } catch {
      recover(from: StoreProblem(error), of: queue)
    }
  }

  private func recover(from problem: StoreProblem, of queue: DatabaseQueue) {
    guard problem == .damaged || problem == .changed else {
      // Not where it has been closed meanwhile.
      if state.withLock({ $0.queue === queue }) { report(problem) }
      return
    }
    // Only the first of those that stumble over it opens it again.
    let (isFirst, file) = state.withLock { state in
      guard state.queue === queue else { return (false, nil as FilePath?) }
      state.queue = nil
      return (true, state.file)
    }
    guard isFirst else { return }
    try? queue.close()
    if problem == .changed {
      report(problem)
    } else if let file, StoreFile.reset(file) {
      report(problem)
    }
    open()
  }
}
