import GRDB
import SystemPackage

/// What a store holds.
public struct StoreInfo: Sendable, Equatable {
  /// Bytes of its files.
  public var byteCount = 0
  /// Contents of files that anything is known about.
  public var contentCount = 0
  /// Of all versions and parameters.
  public var recordCount = 0
  public var spectrumCount = 0
  /// Spectra with those of parts of the rows, from which intervals come.
  public var intervalCount = 0
  public var partialMomentsCount = 0
  /// Seconds since 1970, to the hour; nil for an empty store.
  public var oldestUse: Int?
  public var newestUse: Int?

  /// An empty store's.
  public init() {}
}

extension StoreInfo {
  public static var schemaVersion: Int { StoreSchema.version }
}

extension AnalysisStore {
  /// What it holds; nil where that cannot be read.
  public func info() -> StoreInfo? {
    let file = file
    return read { database, _ in
      func number(_ sql: String) throws -> Int? { try Int.fetchOne(database, sql: sql) }
      var info = StoreInfo()
      info.byteCount = file.map(StoreFile.byteCount) ?? 0
      info.contentCount = try number("SELECT count(*) FROM content") ?? 0
      info.recordCount = try number("SELECT count(*) FROM record") ?? 0
      info.spectrumCount = try number("SELECT count(*) FROM spectrum") ?? 0
      info.intervalCount = try number("SELECT count(*) FROM partSpectra") ?? 0
      info.partialMomentsCount = try number("SELECT count(*) FROM partialMoments") ?? 0
      info.oldestUse = try number("SELECT min(lastUsed) FROM content")
      info.newestUse = try number("SELECT max(lastUsed) FROM content")
      return info
    }
  }

  /// Empties the store at a location, whatever state it is in and whoever made it; other processes that have it open go
  /// on with the empty one.
  /// - Returns: false where that cannot be. A file that is not there is empty.
  public static func clear(_ location: StoreLocation) -> Bool {
    guard let file = location.file, (try? Stat(file)) != nil else { return true }
    guard StoreFile.reset(file) else { return false }
    // With its tables, others need not open it again.
    return (try? StoreFile.open(file, patience: AnalysisStore.patience)) != nil
  }
}

extension StoreFile {
  /// Bytes of a database and what belongs to it.
  fileprivate static func byteCount(_ file: FilePath) -> Int {
    ["", "-wal", "-shm", "-journal"].reduce(0) { sum, suffix in
      sum + Int((try? Stat(FilePath("\(file.string)\(suffix)")))?.size ?? 0)
    }
  }
}
