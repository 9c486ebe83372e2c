import CBackground
import LinearAlgebra

/// Work on no dump, which shares threads and BLAS with the dumps.
extension AnalysisEngine {
  /// Runs a piece of work on one of the threads that dumps are computed on, at their low priority, in its turn among their jobs. Each
  /// of its BLAS calls has one thread, so that what it computes is the same whatever else is being computed.
  public func compute<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    // Who has all cores changes the setting of the whole process.
    while queue.isExclusive { await withCheckedContinuation { waitingGuests.append($0) } }
    // Whatever runs has one thread each, and whatever ran last may have had more.
    if queue.running.isEmpty, queue.guestCount == 0 { BLAS.threadCount = 1 }
    queue.guestCount += 1
    defer {
      queue.guestCount -= 1
      startWork()
      admitGuests()
    }
    return try await Task(executorPreference: workers) { try work() }.value
  }

  /// Gives back to the system what earlier pieces of work have left in the heap.
  public nonisolated func releaseUnusedMemory() { eigentop_release_unused_memory() }

  func admitGuests() {
    guard !queue.isExclusive else { return }
    let guests = waitingGuests
    waitingGuests = []
    for guest in guests { guest.resume() }
  }
}
