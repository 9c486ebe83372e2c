import AnalysisEngine
import LinearAlgebra
import Testing

@Suite("Work on no dump")
struct GuestTests {
  private struct Mishap: Error {}

  @Test("It runs on the engine's threads with one thread to a call, and its result or its error comes back")
  func computing() async throws {
    let engine = AnalysisEngine(AnalysisEngine.Configuration(workerCount: 2)) { _ in }
    let (value, threads, niceness) = try await engine.compute {
      (6 * 7, BLAS.threadCount, readNiceness(of: "thread-self"))
    }
    #expect(value == 42 && threads == 1)
    #expect(niceness ?? 0 > 0)
    await #expect(throws: Mishap.self) { try await engine.compute { throw Mishap() } }
  }

  @Test("Several pieces at a time all come to their end")
  func several() async throws {
    let engine = AnalysisEngine(AnalysisEngine.Configuration(workerCount: 2)) { _ in }
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 1...20 { group.addTask { try await engine.compute { number } } }
      return try await group.reduce(0, +)
    }
    #expect(sum == 210)
  }
}
