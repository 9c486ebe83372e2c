import CStoreFile
import GRDB
import Glibc
import SystemPackage

/// Opens databases, however they are found.
enum StoreFile {
  /// An open database, and what had to be done for it.
  struct Opened {
    let queue: DatabaseQueue
    var problem: StoreProblem?
  }

  /// Bytes that the write-ahead log may keep when it starts anew.
  private static let logByteCount = 4 << 20

  /// - Parameter patience: seconds to wait for other processes.
  /// - Throws: `StoreProblem`, where nothing can be remembered there.
  static func open(_ file: FilePath, patience: Double) throws(StoreProblem) -> Opened {
    guard FilePath(file.string) == file else { throw .failing("a path that is not UTF-8") }
    do {
      try makeDirectory(file.removingLastComponent())
      return Opened(queue: try established(file, patience))
    } catch {
      switch StoreProblem(error) {
      case .readOnly: return Opened(queue: try readable(file, patience), problem: .readOnly)
      case .damaged: return Opened(queue: try emptied(file, patience), problem: .damaged)
      case .outdated: return Opened(queue: try emptied(file, patience))
      case let problem: throw problem
      }
    }
  }

  /// A database of this process alone.
  static func temporary() throws -> DatabaseQueue {
    let queue = try DatabaseQueue(
      path: StoreLocation.hasTemporaryDirectory ? "" : ":memory:", configuration: configuration(0))
    try queue.writeWithoutTransaction { try StoreSchema.establish(in: $0) }
    return queue
  }

  /// Empties a database, in place because other processes may have it open. False where that cannot be.
  static func reset(_ file: FilePath) -> Bool {
    file.withPlatformString { store_file_reset($0) } == 0
  }

  private static func established(_ file: FilePath, _ patience: Double) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: file.string, configuration: configuration(patience))
    let isRemote = file.removingLastComponent().withPlatformString { store_file_is_remote($0) } != 0
    try queue.writeWithoutTransaction { database in
      try StoreSchema.establish(in: database)
      // Another process that is in the middle of something keeps the mode as it is: slower, and as good.
      _ = try? String.fetchOne(database, sql: "PRAGMA journal_mode = \(isRemote ? "TRUNCATE" : "WAL")")
    }
    return queue
  }

  private static func emptied(_ file: FilePath, _ patience: Double) throws(StoreProblem) -> DatabaseQueue {
    guard reset(file) else { throw .failing("it is damaged") }
    do { return try established(file, patience) } catch { throw StoreProblem(error) }
  }

  /// A database that cannot be written to.
  private static func readable(_ file: FilePath, _ patience: Double) throws(StoreProblem) -> DatabaseQueue {
    var configuration = configuration(patience)
    configuration.readonly = true
    // A write-ahead log needs a file beside the database, which cannot be made in such a directory. Without a log, the
    // database is all there is, and what does not change needs no locks.
    let uri = "file:\(file.string.percentEncoded)?immutable=1"
    let hasLog = (try? Stat(FilePath("\(file.string)-wal")))?.size ?? 0 > 0
    for path in hasLog ? [file.string] : [file.string, uri] {
      if let queue = try? DatabaseQueue(path: path, configuration: configuration),
        (try? queue.writeWithoutTransaction({ try StoreSchema.isEstablished(in: $0) })) == true
      {
        return queue
      }
    }
    throw .readOnly
  }

  private static func configuration(_ patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    // GRDB stops the program over a transaction that could not be ended; the next one then fails, and we open anew.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      // The file may have been made by anybody: its structure is checked as it is read, and nothing in it is executed.
      try database.execute(
        sql: """
          PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
          PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = \(logByteCount)
          """)
    }
    return configuration
  }

  /// Makes a directory and those above it.
  private static func makeDirectory(_ directory: FilePath) throws(StoreProblem) {
    guard directory.withPlatformString({ mkdir($0, 0o700) }) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, !directory.isEmpty else { throw .readOnly }
    try makeDirectory(directory.removingLastComponent())
    guard directory.withPlatformString({ mkdir($0, 0o700) }) == 0 || errno == EEXIST else { throw .readOnly }
  }
}

extension String {
  /// As a URI of SQLite has it.
  fileprivate var percentEncoded: String {
    utf8.reduce(into: "") { text, byte in
      let isPlain = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "-")...UInt8(ascii: "9") ~= byte
      text += isPlain ? String(UnicodeScalar(byte)) : "%" + String(0x100 + Int(byte), radix: 16).suffix(2)
    }
  }
}
