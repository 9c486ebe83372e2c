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
    let text = LogText(bytes)
    var rows = MetricRows(usesDecimalCommas: text.delimiter == .semicolon, line: text.firstLine)
    do {
      // No rows are asked for here: they would all be kept, as strings.
      let csv = try EnumeratedCSV(string: text.text, delimiter: text.delimiter, loadColumns: false, rowLimit: 0)
      rows.readHeader(csv.header)
      try csv.enumerateAsArray(startAt: 1, rowLimit: nil) { rows.read($0) }
    } catch {
      problems.append(CatalogProblem(path: path, line: rows.line, reason: Self.reason(error)))
    }
    rows.finish()
    log = rows.log
    problems += rows.complaints.map {
      CatalogProblem(path: path, line: $0.line, reason: $0.reason, otherCount: $0.otherCount)
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? CSVParseError {
    case .generic(let message), .quotation(let message): message
    case nil: "\(error)"
    }
  }
}
