import Testing

@testable import Analysis

@Suite("What a run is doing")
struct RunActivityTests {
  private typealias State = RunActivity.State

  @Test("Without a rhythm it is live for two minutes after a sign, and idle from then on")
  func patience() {
    let run = RunActivity(lastSign: 1000, checkpointTimes: [1000])
    #expect(run.state(at: 1119) == .live)
    #expect(run.state(at: 1120) == .idle)
    #expect(run.nextChange(after: 1000) == 1120)
    #expect(run.nextChange(after: 1120) == nil)
  }

  @Test("With checkpoints every minute it is stalled when three have not come, and idle a day later")
  func rhythm() {
    let run = RunActivity(lastSign: 1180, checkpointTimes: [1000, 1120, 1060, 1180])
    #expect(run.state(at: 1359) == .live)
    #expect(run.state(at: 1360) == .stalled)
    let end: Double = 1360 + 86_400
    #expect(run.state(at: end) == .idle)
    #expect(run.nextChange(after: 1180) == 1360)
    #expect(run.nextChange(after: 1360) == end)
  }

  @Test("Files that were copied within a second have no rhythm")
  func copied() {
    let run = RunActivity(lastSign: 1000.2, checkpointTimes: [1000, 1000.1, 1000.2])
    #expect(run.state(at: 2000) == .idle)
  }

  @Test(
    "A heartbeat says more than files do",
    arguments: zip(
      [Heartbeat(state: .finished), Heartbeat(state: .failed), Heartbeat(interval: 100), Heartbeat(interval: 1)],
      [State.finished, .stalled, .live, .stalled]))
  func heartbeat(heartbeat: Heartbeat, state: RunActivity.State) {
    #expect(RunActivity(lastSign: 1000, heartbeat: heartbeat).state(at: 1100) == state)
  }

  @Test("The last epoch that its settings announce ends it; the one before the last does when nothing follows")
  func end() {
    func run(_ epoch: Int) -> RunActivity {
      RunActivity(lastSign: 1000, progress: RunActivity.Progress(epoch: epoch, announced: 8))
    }
    #expect(run(8).state(at: 1001) == .finished)
    #expect(run(7).state(at: 1001) == .live)
    #expect(run(7).state(at: 1200) == .finished)
    #expect(run(6).state(at: 1200) == .idle)
  }

  @Test("Of whatever numbers settings and names announce there is a state", arguments: [Int.min, -1, 0, 1, Int.max])
  func anyNumbers(announced: Int) {
    for epoch in [Int.min, -1, 0, 1, Int.max] {
      let run = RunActivity(lastSign: 1000, progress: RunActivity.Progress(epoch: epoch, announced: announced))
      #expect((run.state(at: 1001) == .finished) == (epoch >= announced))
    }
  }

  @Test("Every change is at the instant that is named for it, however sums round", arguments: [1, 10, 10.1, 1e-9, 1e5])
  func instants(interval: Double) throws {
    for lastSign in [1000, 1_760_000_000.123, 1_760_000_000.987_654_3] {
      let run = RunActivity(lastSign: lastSign, heartbeat: Heartbeat(interval: interval))
      let end = try #require(run.nextChange(after: lastSign))
      #expect(abs(end - lastSign - max(30, 3 * interval)) < 1e-6)
      #expect(run.state(at: end.nextDown) == .live && run.state(at: end) == .stalled)
      let last = try #require(run.nextChange(after: end))
      #expect(run.state(at: last.nextDown) == .stalled && run.state(at: last) == .idle)
      #expect(run.nextChange(after: last) == nil)
    }
  }
}
