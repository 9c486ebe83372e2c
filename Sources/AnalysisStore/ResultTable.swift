import Foundation
import GRDB

/// Tables of what came of contents by the parameters that it depends on, all of the same form.
enum ResultTable: String, CaseIterable {
  case record, spectrum
  /// Of parts of the rows.
  case partSpectra

  /// A row whose bytes are not those that were written.
  struct DamagedRow: Error {
    let table: ResultTable
    let id: Int64
  }

  /// The value that was stored; nil where there is none of this version.
  /// - Throws: `DamagedRow`.
  func value<Value: BinaryCodable>(
    _ type: Value.Type = Value.self, of content: StoredContent, parameters: [UInt8], in database: Database
  ) throws -> Value? {
    let statement = try database.cachedStatement(
      sql: "SELECT id, checksum, bytes FROM \(rawValue) WHERE content = ? AND version = ? AND parameters = ?")
    let arguments: StatementArguments = [content.id, AnalysisStore.algorithmVersion, Data(parameters)]
    guard let row = try Row.fetchOne(statement, arguments: arguments) else { return nil }
    let bytes = try row.bytes(2)
    guard Checksum(of: bytes, belongingTo: owner(content, parameters)).value == (try row.integer(1)),
      let value = try? BinaryReader.value(Value.self, of: bytes)
    else { throw DamagedRow(table: self, id: try row.integer(0)) }
    return value
  }

  /// Stores a value in the place of what was there.
  func store(
    _ value: some BinaryCodable, of content: StoredContent, parameters: [UInt8], in database: Database
  ) throws {
    let bytes = BinaryWriter.bytes(of: value)
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO \(rawValue)(content, version, parameters, checksum, bytes) VALUES(?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      content.id, AnalysisStore.algorithmVersion, Data(parameters),
      Checksum(of: bytes, belongingTo: owner(content, parameters)).value, Data(bytes),
    ])
  }

  /// What a row's bytes belong to.
  private func owner(_ content: StoredContent, _ parameters: [UInt8]) -> [UInt8] {
    var writer = BinaryWriter()
    rawValue.write(to: &writer)
    AnalysisStore.algorithmVersion.write(to: &writer)
    writer.append(contentsOf: content.fingerprint.bytes)
    writer.append(contentsOf: parameters)
    return writer.bytes
  }
}
