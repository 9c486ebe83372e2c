import Analysis
import Foundation
import Spectra
import TerminalCells

/// Records as aligned columns for people.
struct TextTable {
  let lines: [String]

  init(_ records: [AnalysisRecord], measures: Set<Measure>) {
    let shown = Measure.allCases.filter { measures.contains($0) }
    var header = ["path", "N×D"] + shown.map(Self.title)
    if measures.contains(.alpha) { header += ["R²", "ranks"] }
    let rows = records.map { record in
      var row = ["\(record.dump.id)".visible]
      row.append(record.shape.map { "\($0.sampleCount)×\($0.featureCount)" } ?? "")
      row += shown.map { Self.number($0, of: record) }
      if measures.contains(.alpha) {
        row.append(Self.number(record.summary?.fit?.rSquared))
        row.append(record.summary?.fit?.range.description ?? "")
      }
      return (cells: row, remark: Self.remark(on: record).visible)
    }
    let widths = header.indices.map { column in
      ([header[column]] + rows.map { $0.cells[column] }).map(\.displayWidth).max() ?? 0
    }
    func line(_ cells: [String], _ remark: String) -> String {
      let padded = cells.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.displayWidth)
        return column == 0 ? cell + space : space + cell
      }
      return (padded + [remark]).joined(separator: "  ").trimmingCharacters(in: .whitespaces)
    }
    lines = [line(header, "")] + rows.map { line($0.cells, $0.remark) }
  }

  /// What went wrong; else how the dump was put together, and the warnings. What mostly holds for all is only marked.
  private static func remark(on record: AnalysisRecord) -> String {
    if let failure = record.failure { return failure.message }
    let remarks =
      [record.dump.joining].compactMap { $0 }
      + record.warnings.map { $0.code == .fewSamples ? "few rows" : $0.message }
    return remarks.joined(separator: "; ")
  }

  private static func title(_ measure: Measure) -> String {
    switch measure {
    case .alpha: "α"
    case .rankMe: "RankMe"
    case .effectiveRank: "eff. rank"
    case .participationRatio: "part. ratio"
    case .stableRank: "stable rank"
    case .conditionNumber: "condition"
    case .selfCluster: "SelfCluster"
    case .lidar: "LiDAR"
    }
  }

  /// A measure, with its standard error where that is known.
  private static func number(_ measure: Measure, of record: AnalysisRecord) -> String {
    let value = number(record.value(of: measure))
    guard let error = record.uncertainty?.measures[measure]?.standardError else { return value }
    return "\(value)±\(number(error))"
  }

  private static func number(_ value: Double?) -> String {
    guard let value else { return "—" }
    return String(format: abs(value) >= 100 ? "%.1f" : "%.3f", value)
  }
}
