import GRDB

/// Why results are not remembered, or were forgotten.
enum StoreProblem: Error, Hashable {
  /// The file is not what was written to it.
  case damaged
  /// Its tables are not ours, or no longer there: it is to be opened again.
  case changed
  /// An earlier version made it.
  case outdated
  /// A version to come made it.
  case newer
  /// Another program made it.
  case foreign
  /// Another process kept it locked for longer than we wait.
  case locked
  case full
  case readOnly
  /// Everything else, in SQLite's words.
  case failing(String)

  init(_ error: any Error) {
    switch error {
    case let problem as StoreProblem: self = problem
    case let error as DatabaseError:
      self =
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT: .damaged
        // Our statements are right, so it is the tables that are not.
        case .SQLITE_ERROR, .SQLITE_SCHEMA: .changed
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .locked
        case .SQLITE_FULL: .full
        // The index of the log lies beside it, and grows with it.
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: .full
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: .readOnly
        default: .failing(error.extendedResultCode.description)
        }
    default: self = .failing("\(error)")
    }
  }

  /// One line for people.
  func message(_ file: String) -> String {
    switch self {
    case .changed: "another process changed the cache, some results are not cached: \(file)"
    case .damaged, .outdated: "the cache was damaged and has been emptied: \(file)"
    case .newer: "a newer eigentop made the cache, this one does without: \(file)"
    case .foreign: "another program made this file, there is no cache: \(file)"
    case .locked: "another process keeps the cache locked, some results are not cached: \(file)"
    case .full: "no room for the cache, some results are not cached: \(file)"
    case .readOnly: "the cache cannot be written to, new results are not cached: \(file)"
    case .failing(let reason): "the cache fails, some results are not cached (\(reason)): \(file)"
    }
  }
}
