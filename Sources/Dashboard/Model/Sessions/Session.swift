import Charts
import SystemPackage

/// What is remembered of a look at some directories: where the user was, and what was marked, pinned, folded and framed.
///
/// It is bounded, and names dumps as they were named then (`named` for other spellings of the same directories).
public struct Session: Sendable, Equatable, Codable {
  /// A run of the table.
  struct Run: Sendable, Equatable, Codable {
    var root: String
    var name: String
  }

  /// How one chart is looked at.
  struct Chart: Sendable, Equatable, Codable {
    var screen: Int
    var pane: Int
    /// Least and greatest of what is shown.
    var x: [Double]?
    var y: [Double]?
    var xScale: String?
    var yScale: String?
    /// Names of quantities.
    var xQuantity: String?
    var yQuantity: String?
    var color: String?
    /// That nothing colours, which is not the same as nothing said.
    var isPlain: Bool?
  }

  /// One key of the order of the table.
  struct Sort: Sendable, Equatable, Codable {
    /// The name of a quantity; nil for names.
    var quantity: String?
    var isReversed: Bool
  }

  /// An accuracy that no file has.
  struct TypedAccuracy: Sendable, Equatable, Codable {
    var dump: DumpName
    var metric: String
    var value: Double
  }

  /// The directories as they were named.
  var roots: [String]
  var screen = Screen.models.rawValue
  var order: [Sort]?
  var filter: String?
  /// Columns of the table by name.
  var columns: [String]?
  var selectedDump: DumpName?
  var selectedRun: Run?
  var folded: [Run] = []
  /// In the order in which they were marked.
  var marked: [DumpName] = []
  var pinned: DumpName?
  var charts: [Chart] = []
  var paneSizes: PaneSizes?
  var parallel: Int?
  var typed: [TypedAccuracy]?
  /// Parameters of the laboratory that are not as they are by themselves, as they could be typed.
  var laboratory: [String: String]?

  /// More marks, folded runs or charts than this are not remembered.
  static let limit = 1000

  init(roots: [String]) { self.roots = roots }

  /// The same where the same directories are named otherwise.
  ///
  /// - Parameter roots: as many as there were, in their order; else nothing fits.
  func named(_ names: [FilePath]) -> Session {
    guard names.count == roots.count, names.map(\.string) != roots else { return self }
    let pairs = zip(roots.map { FilePath($0) }, names)
    func renamed(_ path: String) -> String {
      for (old, new) in pairs {
        var rest = FilePath(path)
        if rest.removePrefix(old) { return new.appending(rest.components).string }
      }
      return path
    }
    func renamed(_ dump: DumpName) -> DumpName { DumpName(file: renamed(dump.file), array: dump.array) }
    func renamed(_ run: Run) -> Run {
      Run(root: pairs.first { $0.0.string == run.root }?.1.string ?? run.root, name: run.name)
    }
    var session = self
    session.roots = names.map(\.string)
    session.selectedDump = selectedDump.map(renamed)
    session.selectedRun = selectedRun.map(renamed)
    session.folded = folded.map(renamed)
    session.marked = marked.map(renamed)
    session.pinned = pinned.map(renamed)
    session.typed = typed?.map { TypedAccuracy(dump: renamed($0.dump), metric: $0.metric, value: $0.value) }
    return session
  }
}
