public import Analysis
import GRDB
public import Spectra
public import TensorFiles

extension AnalysisStore {
  /// What is known about files that did not change since it was stored.
  ///
  /// - Parameter withIntervals: the record with uncertainty where there is one, else the one without. False never gives
  ///   uncertainty.
  public func record(
    of source: SourceIdentity, _ parameters: AnalysisParameters, withIntervals: Bool = false
  ) -> StoredRecord? {
    records(of: [source], parameters, withIntervals: withIntervals)[source]
  }

  /// The same of many files at once; what is not known is left out.
  public func records(
    of sources: some Sequence<SourceIdentity>, _ parameters: AnalysisParameters, withIntervals: Bool = false
  ) -> [SourceIdentity: StoredRecord] {
    let keys = keys(parameters, withIntervals: withIntervals)
    let records = read { database, damaged in
      var records: [SourceIdentity: StoredRecord] = [:]
      for source in sources {
        guard let content = try StoredContent(of: source, in: database) else { continue }
        records[source] = try record(of: content, keys: keys, in: database, &damaged)
      }
      return records
    }
    return records ?? [:]
  }

  /// What is known about a content, whatever files hold it.
  public func record(
    of fingerprint: ContentFingerprint, _ parameters: AnalysisParameters, withIntervals: Bool = false
  ) -> StoredRecord? {
    let keys = keys(parameters, withIntervals: withIntervals)
    return read { database, damaged in
      guard let content = try StoredContent(fingerprint, in: database) else { return nil }
      return try record(of: content, keys: keys, in: database, &damaged)
    } ?? nil
  }

  /// What files in this state hold, where they were seen before.
  public func fingerprint(of source: SourceIdentity) -> ContentFingerprint? {
    read { database, _ in try StoredContent(of: source, in: database)?.fingerprint } ?? nil
  }

  /// Remembers what files in this state hold, where anything is known about it.
  public func link(_ source: SourceIdentity, to fingerprint: ContentFingerprint) {
    write { try StoredContent(fingerprint, in: $0)?.link(source, in: $0) }
  }

  /// Remembers what an analysis found out: the record if `StoredRecord` takes it, and spectra of features.
  ///
  /// - Parameters:
  ///   - source: the files as they were while they were read; nil where that says too little about what is in them.
  ///   - fingerprint: of the bytes that were read.
  ///   - parameters: those of the analysis. Results of another precision are not stored.
  public func save(
    _ record: AnalysisRecord, _ spectra: DumpSpectra?, of source: SourceIdentity?, _ fingerprint: ContentFingerprint,
    _ parameters: AnalysisParameters
  ) {
    let origin = Eigenspectrum.Origin.features(parameters.precision)
    let record = StoredRecord(record).flatMap { $0.summary.origin == origin ? $0 : nil }
    let spectra = spectra.flatMap { $0.spectrum.origin == origin ? $0 : nil }
    guard record != nil || spectra != nil else { return }
    write { database in
      guard let content = try StoredContent(using: fingerprint, at: now, in: database) else { return }
      if let source { try content.link(source, in: database) }
      if let record {
        let key = parameters.bytes(withIntervals: record.uncertainty != nil)
        try ResultTable.record.store(record, of: content, parameters: key, in: database)
      }
      let key = parameters.precision.bytes
      if let spectra {
        try ResultTable.spectrum.store(spectra.spectrum, of: content, parameters: key, in: database)
      }
      if let parts = spectra.flatMap(PartSpectra.init) {
        let key = parameters.precision.bytes(partsOf: parameters.objects)
        try ResultTable.partSpectra.store(parts, of: content, parameters: key, in: database)
      }
    }
  }

  /// Forgets all that came of a content, whatever files hold it.
  public func forget(_ fingerprint: ContentFingerprint) {
    write { database in
      guard let content = try StoredContent(fingerprint, in: database) else { return }
      try database.execute(sql: "DELETE FROM content WHERE id = ?", arguments: [content.id])
    }
  }

  /// The keys of records that will do, the best first.
  private func keys(_ parameters: AnalysisParameters, withIntervals: Bool) -> [[UInt8]] {
    (withIntervals ? [true, false] : [false]).map(parameters.bytes)
  }

  private func record(
    of content: StoredContent, keys: [[UInt8]], in database: Database, _ damaged: inout [ResultTable.DamagedRow]
  ) throws -> StoredRecord? {
    for key in keys {
      if let record: StoredRecord = try value(.record, of: content, key, in: database, &damaged) { return record }
    }
    return nil
  }
}
