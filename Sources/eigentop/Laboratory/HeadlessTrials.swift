import Dispatch
import Glibc
import LinearAlgebra
import Synchronization

/// Runs independent computations on several threads to the end, or until Ctrl-C.
enum HeadlessTrials {
  enum Ending {
    case complete
    case interrupted
    /// A computation failed, for this reason; those after it may be missing.
    case failed(String)
  }

  private struct State<Result: Sendable> {
    var results: [Int: Result] = [:]
    var next = 0
    var isInterrupted = false
    var failure: String?
    var runningThreads: Int
  }

  /// The calling thread sleeps until all is done, or interrupted; what is being computed then is left behind.
  ///
  /// - Parameter unit: what the progress bar counts; nil where the computation shows its own.
  /// - Returns: what is finished, in the order of the numbers, which are 0..<`count`.
  static func run<Result: Sendable>(
    _ count: Int, threads: Int, unit: String? = "draws", _ trial: @escaping @Sendable (Int) throws -> Result
  ) -> (results: [Result], ending: Ending) {
    let threads = min(threads, count)
    let work = Work(State<Result>(runningThreads: threads))
    signal(SIGINT, SIG_IGN)
    let interruption = DispatchSource.makeSignalSource(signal: SIGINT)
    interruption.setEventHandler { work.change { $0.isInterrupted = true } }
    interruption.activate()
    defer {
      interruption.cancel()
      signal(SIGINT, SIG_DFL)
    }

    // A thread each, and none within BLAS: the same numbers whatever their count.
    BLAS.threadCount = 1
    for _ in 0..<threads {
      DispatchQueue.global().async {
        while let number = work.take(of: count) {
          do {
            let result = try trial(number)
            work.change { $0.results[number] = result }
          } catch {
            work.change { $0.failure = $0.failure ?? "\(error)" }
          }
        }
        work.change { $0.runningThreads -= 1 }
      }
    }
    while true {
      let state = work.state
      guard !state.isInterrupted, state.runningThreads > 0 else {
        StandardStreams.printProgress("")
        let results = state.results.sorted { $0.key < $1.key }.map(\.value)
        if results.count < count, state.isInterrupted { return (results, .interrupted) }
        return (results, state.failure.map(Ending.failed) ?? .complete)
      }
      if let unit {
        StandardStreams.printProgress(ProgressBar(done: state.results.count, of: count, unit: unit).text)
      }
      work.changes.wait()
    }
  }

  /// What the threads share.
  private final class Work<Result: Sendable>: Sendable {
    private let guarded: Mutex<State<Result>>
    /// Signalled at every change.
    let changes = DispatchSemaphore(value: 0)

    init(_ state: sending State<Result>) { guarded = Mutex(state) }

    var state: State<Result> { guarded.withLock { $0 } }

    func change(_ body: (inout State<Result>) -> Void) {
      guarded.withLock { body(&$0) }
      changes.signal()
    }

    /// The next number to compute; nil where nothing is left or wanted.
    func take(of count: Int) -> Int? {
      guarded.withLock { state in
        guard state.next < count, !state.isInterrupted, state.failure == nil else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }
  }
}
