import Analysis
import LinearAlgebra
import RunCatalog
import Spectra
public import SystemPackage
import TensorFiles

extension AnalysisEngine {
  /// What intervals take for an object, of which all rows are left out together.
  public enum Grouping: Sendable, Equatable {
    /// Rows of equal ids in the file beside a dump (`GroupFile.beside`); where there is none, every row, or every image whose
    /// tokens are rows.
    case found
    /// So many rows, or images, one after another.
    case views(Int)
    /// Rows, or images, of equal ids in this file.
    case ids(FilePath)
  }
}

extension AnalysisEngine.Configuration {
  /// What the intervals of a dump would take for an object now.
  func objects(of files: [FilePath]) -> ObjectSource {
    guard computesUncertainty else { return .items }
    switch grouping {
    case .found: return files.first.flatMap(GroupFile.beside).map(ObjectSource.init(ids:)) ?? .items
    case .views(let count): return count > 1 ? .views(count) : .items
    case .ids(let path): return ObjectSource(ids: path)
    }
  }
}

extension FeaturePass {
  /// The groups of the rows, and what was kept together in them.
  ///
  /// - Throws: `AnalysisFailure` where ids do not fit the rows, or there are fewer than two objects.
  func groups(by source: ObjectSource) throws -> (rows: RowGroups, objects: ReplicateSpectra.Objects) {
    let groups: RowGroups
    let kind: ReplicateSpectra.Objects.Kind
    let count = ReplicateSpectra.groupCount
    switch source {
    case .items:
      groups = RowGroups(count, ofRows: sampleCount, rowsPerObject: rowsPerItem)
      kind = rowsPerItem > 1 ? .images : .rows
    case .views(let views):
      // No more than there are, so that the product is a number.
      groups = RowGroups(count, ofRows: sampleCount, rowsPerObject: min(views, sampleCount) * rowsPerItem)
      kind = .views
    case .ids(let path, let identity):
      groups = RowGroups(count, ids: try ids(in: path, identity), rowsPerItem: rowsPerItem)
      kind = .ids
    }
    guard groups.objectCount > 1 else {
      throw AnalysisFailure(code: .oneObject, message: "all rows are of one object; it takes at least two")
    }
    return (groups, ReplicateSpectra.Objects(kind, count: groups.objectCount))
  }

  private func ids(in path: FilePath, _ identity: FileIdentity?) throws -> [Int] {
    let ids: [Int]
    do {
      ids = try readLabels(opening: path, acceptsOneHot: false)
    } catch {
      throw AnalysisFailure(code: .init(error.code), message: error.description)
    }
    // They are remembered as those of the file that was seen.
    guard let identity, (try? FileIdentity(path: path)) == identity else {
      throw AnalysisFailure(code: .changed, message: "\(path): another file is there now")
    }
    let itemCount = sampleCount / rowsPerItem
    guard ids.count == itemCount else {
      let items = rowsPerItem > 1 ? "images" : "rows"
      throw AnalysisFailure(code: .unequalCounts, message: "\(path): \(ids.count) ids for \(itemCount) \(items)")
    }
    return ids
  }
}
