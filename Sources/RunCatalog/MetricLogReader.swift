import SwiftCSV
import SystemPackage

/// Reads a ``MetricLog`` from a CSV file.
struct MetricLogReader {
  private(set) var log = MetricLog()
  /// What was left out: one problem per column and reason, however many cells it concerns.
  private(set) var problems: [CatalogProblem] = []

  /// Reads the file at `path`; nil if there is none. Rows before a syntax error count.
  ///
  /// - Throws: `CatalogProblem` if it cannot be read or is larger than 64 MiB.
  init?(path: FilePath) throws(CatalogProblem) {
    guard let bytes = try SmallFile.read(path, limit: 1 << 26) else { return nil }
    var rows = MetricRows()
    do {
      // No rows are asked for here: they would all be kept, as strings.
      let csv = try EnumeratedCSV(
        string: Self.characters(of: bytes), delimiter: .comma, loadColumns: false, rowLimit: 0)
      rows.readHeader(csv.header)
      try csv.enumerateAsArray(startAt: 1, rowLimit: nil) { rows.read($0) }
    } catch {
      problems.append(CatalogProblem(path: path, line: rows.line, reason: Self.reason(error)))
    }
    log = rows.log
    problems += rows.complaints.map {
      CatalogProblem(path: path, line: $0.line, reason: $0.reason, otherCount: $0.otherCount)
    }
  }

  /// Every byte as one character, whatever the encoding: SwiftCSV works by grapheme clusters, and takes minutes over a
  /// megabyte of combining marks. `MetricRows` decodes what people see.
  private static func characters(of bytes: [UInt8]) -> String {
    let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
    let content = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
    return String(decoding: content.lazy.map(UInt16.init), as: UTF16.self)
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? CSVParseError {
    case .generic(let message), .quotation(let message): message
    case nil: "\(error)"
    }
  }
}
