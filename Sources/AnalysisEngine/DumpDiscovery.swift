import Analysis
import LinearAlgebra
import RunCatalog
import SystemPackage
import TensorFiles

/// Finds the dumps below one path and reads their headers, one after another as they are asked for.
struct DumpDiscovery: Sequence, IteratorProtocol {
  /// What was come upon.
  enum Finding {
    /// A dump with a sound header, nothing computed, and how it is going to be.
    case dump(AnalysisRecord, SolverPlan)
    /// A file that claims to be a dump and cannot be one; its record says why.
    case failure(AnalysisRecord)
    /// Something beside the dumps that could not be read.
    case problem(CatalogProblem)
  }

  private let root: FilePath
  private let configuration: AnalysisEngine.Configuration
  private var catalog: RunCatalog
  /// Nil for a path that is no directory, which gets a record whatever it holds.
  private var walk: DirectoryWalk?
  private var isNamedFilePending: Bool
  private var problemsTold = 0
  private var findings: [Finding] = []

  /// - Parameter root: a directory, or a file that was named by the user.
  init(root: FilePath, configuration: AnalysisEngine.Configuration) {
    self.root = root
    self.configuration = configuration
    catalog = RunCatalog(root: root)
    walk = root.isDirectory ? DirectoryWalk(root: root) : nil
    isNamedFilePending = walk == nil
  }

  mutating func next() -> Finding? {
    while findings.isEmpty {
      if isNamedFilePending {
        isNamedFilePending = false
        inspect(root, isNamed: true)
      } else {
        switch walk?.next() {
        case .file(let path): inspect(path, isNamed: false)
        case .problem(let problem) where problem.path == root:
          // The directory that was asked for: that is a failure, not a remark.
          findings.append(
            .failure(
              AnalysisRecord(
                dump: Dump(path: root, run: root.string),
                failure: AnalysisFailure(code: "unreadable", message: problem.reason))))
        case .problem(let problem): findings.append(.problem(problem))
        case nil: return nil
        }
      }
    }
    return findings.removeFirst()
  }

  /// Views are features, too, but of images that are there already; they are looked at only where a measure needs them.
  private func isWanted(_ role: FileRole) -> Bool {
    role == .dump || role == .views && configuration.requested.contains(.lidar)
  }

  /// Adds what a file is found to be, unless it is nothing of ours.
  private mutating func inspect(_ path: FilePath, isNamed: Bool) {
    let name = path.lastComponent?.string ?? ""
    guard isNamed || FileRole(name: name) == .dump else { return }
    do {
      let reader = try DumpReader(opening: path)
      guard isNamed || isWanted(FileRole(name: name, axisCount: reader.header.shape.count)) else { return }
      let shape = FeatureShape(reader)
      let plan = configuration.plan(for: shape, fit: configuration.fit)
      var record = AnalysisRecord(dump: catalog.describe(path), shape: shape)
      record.requiredMemory = plan.byteCount
      findings.append(.dump(record, plan))
    } catch {
      guard isNamed || !error.isNotADump else { return }
      // What is not there has no surroundings to be described by.
      let dump = isNamed && error.code == .unreadable ? Dump(path: path, run: path.string) : catalog.describe(path)
      findings.append(.failure(AnalysisRecord(dump: dump, failure: AnalysisFailure(error))))
    }
    findings += catalog.problems[problemsTold...].map(Finding.problem)
    problemsTold = catalog.problems.count
  }
}

extension FilePath {
  /// Whether the path leads to a directory, following links.
  fileprivate var isDirectory: Bool { (try? stat())?.type == .directory }
}
