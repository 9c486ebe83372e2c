import RunCatalog
import SystemPackage
import TensorFiles

/// What was passed over below a directory, because it holds no features by its own account: counted, and told once for every
/// reason when all has been looked at, then whenever a new reason comes.
struct PassedOver {
  private var found: [TensorFileError.Code: (first: TensorFileError, files: Set<FilePath>)] = [:]
  private var told: Set<TensorFileError.Code> = []
  private var isSurveyed = false

  mutating func note(_ error: TensorFileError) {
    found[error.code, default: (error, [])].files.insert(error.file)
  }

  /// - Parameter atEnd: all that is there at the start has been looked at.
  mutating func takeProblems(atEnd: Bool) -> [CatalogProblem] {
    isSurveyed = isSurveyed || atEnd
    guard isSurveyed else { return [] }
    let new = found.filter { !told.contains($0.key) }.sorted { $0.value.first.file.string < $1.value.first.file.string }
    told.formUnion(new.map(\.key))
    return new.map { _, found in
      CatalogProblem(
        path: found.first.file, reason: "passed over: \(found.first.message)", otherCount: found.files.count - 1)
    }
  }
}
