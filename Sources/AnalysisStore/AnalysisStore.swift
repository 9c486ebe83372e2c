import GRDB
import Glibc
import Synchronization
public import SystemPackage

/// Results of analyses, remembered by what files hold.
///
/// Files in a known state (`SourceIdentity`) lead to what they hold (`ContentFingerprint`), and that to numbers, each
/// under the parameters that it depends on. So a file that did not change is not opened, and one that was moved or
/// touched is only read.
///
/// It is a cache: whatever becomes of its file, calls answer that there is nothing, or store nothing, and one line tells
/// what happened. Several processes may share it. Calls block, from any thread.
public final class AnalysisStore: Sendable {
  /// The arithmetic that makes the numbers: to be raised with every change of it that shows in a result, warnings included. Results of
  /// another version are not found.
  public static let algorithmVersion = 4

  /// Where results are: nil where that is temporary, be it because nothing else was possible.
  public var file: FilePath? { state.withLock(\.file) }

  /// Seconds that a call waits for other processes.
  static let patience = 2.0

  let location: StoreLocation
  private let patience: Double
  let eviction: Eviction
  let clock: @Sendable () -> Int
  private let onProblem: @Sendable (String) -> Void
  let state: Mutex<State>

  struct State {
    /// Nil once it is closed, and where nothing at all can be opened.
    var queue: DatabaseQueue?
    var file: FilePath?
    /// Contents that were used, but are not marked so in the database.
    var used: Set<Int64> = []
    var reported: Set<StoreProblem> = []
  }

  /// Opens the store at a location, a temporary one where that is not possible.
  ///
  /// - Parameters:
  ///   - sizeLimit: bytes that its file may have; what was not used for longest is forgotten.
  ///   - onProblem: told in one line what keeps results from being remembered, once of each kind.
  public convenience init(
    _ location: StoreLocation, sizeLimit: Int, onProblem: @escaping @Sendable (String) -> Void
  ) {
    self.init(location, sizeLimit: sizeLimit, clock: { time(nil) }, onProblem: onProblem)
  }

  /// - Parameters:
  ///   - patience: seconds that a call waits for other processes.
  ///   - clock: seconds since 1970.
  package init(
    _ location: StoreLocation, sizeLimit: Int, patience: Double = patience, clock: @escaping @Sendable () -> Int,
    onProblem: @escaping @Sendable (String) -> Void
  ) {
    self.location = location
    self.patience = patience
    eviction = Eviction(sizeLimit: sizeLimit)
    self.clock = clock
    self.onProblem = onProblem
    state = Mutex(State())
    open()
  }

  deinit { close() }

  /// Writes what is left to be written and closes the file; calls from then on find and store nothing.
  public func close() {
    guard state.withLock({ $0.queue }) != nil else { return }
    if state.withLock({ !$0.used.isEmpty }) { write { _ in } }
    guard let queue = state.withLock({ $0.queue.take() }) else { return }
    // The last one to close a database deletes its log; before, it can at least be made short.
    try? queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try? queue.close()
  }

  func open() {
    var opened: StoreFile.Opened?
    if let file = location.file {
      do {
        opened = try StoreFile.open(file, patience: patience)
        opened?.problem.map(report)
      } catch {
        report(error)
      }
    }
    let queue = opened?.queue ?? (try? StoreFile.temporary())
    let file = opened == nil ? nil : location.file
    state.withLock {
      $0.queue = queue
      $0.file = file
      $0.used = []
    }
  }

  func report(_ problem: StoreProblem) {
    let file = location.file?.string ?? "temporary"
    if state.withLock({ $0.reported.insert(problem).inserted }) { onProblem(problem.message(file)) }
  }
}
