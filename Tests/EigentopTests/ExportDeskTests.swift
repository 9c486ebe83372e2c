import WakeUps
import Dispatch
import Synchronization
import Testing

@testable import eigentop

@Suite("Where files are made")
struct ExportDeskTests {
  private let desk: ExportDesk
  private let wakeUp: EventDescriptor

  init() throws {
    wakeUp = try EventDescriptor()
    desk = ExportDesk(wakingUp: wakeUp)
  }

  private func names(_ outcomes: [ExportDesk.Outcome]) -> [String] {
    outcomes.map { outcome in
      switch outcome {
      case .written(let name, _): name
      case .text(_, let what): what
      case .failed(let reason): reason
      }
    }
  }

  @Test("Whoever asks goes on at once, and is woken when it is made")
  func asking() {
    let drawn = DispatchSemaphore(value: 0)
    desk.take("a.svg") {
      drawn.wait()
      return .written(named: "a.svg", path: "/a.svg")
    }
    #expect(desk.drain().isEmpty)
    drawn.signal()
    wakeUp.wait()
    wakeUp.drain()
    #expect(names(desk.drain()) == ["a.svg"])
  }

  @Test("What is asked for is made in its order, to its end, and whoever leaves is told what is waited for")
  func finishing() {
    let begun = DispatchSemaphore(value: 0)
    let drawn = DispatchSemaphore(value: 0)
    desk.take("a.svg") {
      begun.signal()
      drawn.wait()
      return .written(named: "a.svg", path: "/a.svg")
    }
    desk.take(nil) { .text("…", of: "the chart") }
    desk.take("a.svg") { .failed("a.svg is there already") }
    begun.wait()
    var announced: [String] = []
    let outcomes = desk.finish { names in
      announced = names
      drawn.signal()
    }
    #expect(announced == ["a.svg", "a.svg"])
    #expect(names(outcomes) == ["a.svg", "the chart", "a.svg is there already"])
  }

  @Test("Where nothing is being made, nothing is announced")
  func nothing() {
    var isAnnounced = false
    desk.take(nil) { .text("…", of: "the table") }
    let outcomes = desk.finish { _ in isAnnounced = true }
    #expect(!isAnnounced && names(outcomes) == ["the table"])
  }
}
