import GRDB
public import LinearAlgebra
public import Spectra
public import TensorFiles

extension AnalysisStore {
  /// The spectra of files that did not change since they were stored.
  /// - Parameter objects: with those of parts of the rows, where they are there for these objects; nil without. They are
  ///   twenty times as long.
  public func spectra(
    of source: SourceIdentity, _ precision: AccumulationPrecision, partsOf objects: ObjectSource? = nil
  ) -> DumpSpectra? {
    spectra(precision, partsOf: objects) { try StoredContent(of: source, in: $0) }
  }

  /// The spectra of a content, whatever files hold it.
  public func spectra(
    of fingerprint: ContentFingerprint, _ precision: AccumulationPrecision, partsOf objects: ObjectSource? = nil
  ) -> DumpSpectra? {
    spectra(precision, partsOf: objects) { try StoredContent(fingerprint, in: $0) }
  }

  private func spectra(
    _ precision: AccumulationPrecision, partsOf objects: ObjectSource?, of content: (Database) throws -> StoredContent?
  ) -> DumpSpectra? {
    let key = precision.bytes
    return read { database, damaged in
      guard let content = try content(database),
        let spectrum: Eigenspectrum = try value(.spectrum, of: content, key, in: database, &damaged)
      else { return nil }
      let parts: PartSpectra? = try objects.flatMap {
        try value(.partSpectra, of: content, precision.bytes(partsOf: $0), in: database, &damaged)
      }
      return DumpSpectra(spectrum, replicates: parts?.replicates, nested: parts?.nested)
    } ?? nil
  }

  /// A stored value, whose use is noted; a damaged one is not there.
  func value<Value: BinaryCodable>(
    _ table: ResultTable, of content: StoredContent, _ parameters: [UInt8], in database: Database,
    _ damaged: inout [ResultTable.DamagedRow]
  ) throws -> Value? {
    do {
      guard let value: Value = try table.value(of: content, parameters: parameters, in: database) else { return nil }
      markUsed(content)
      return value
    } catch let row as ResultTable.DamagedRow {
      damaged.append(row)
      return nil
    }
  }
}
