import Analysis
import DashboardFixtures
import Testing

@testable import Dashboard

@Suite("News of the engine")
struct NewsTests {
  private let time = SampleSweep.time
  private let records = GridSweep.records

  @Test("The newest results stand first, a hundred of them; those of a dump go with it")
  func results() {
    var news = News(alertRules: [])
    for place in 0..<120 { news.note(.finished(records[place % records.count]), at: time) }
    #expect(news.results.count == 100 && news.results.first?.dump == records[119 % records.count].id)
    news.note(.vanished(records[0].id), at: time)
    #expect(!news.results.isEmpty && !news.results.contains { $0.dump == records[0].id })
  }

  @Test("The selection goes to the result that came last, once, and to none that failed")
  func following() {
    var news = News(alertRules: [])
    news.note(.finished(records[0]), at: time)
    #expect(news.takeNewest() == nil)
    news.toggleFollowing()
    #expect(news.takeNewest() == records[0].id && news.takeNewest() == nil)
    news.note(.finished(records[1]), at: time)
    var failed = records[2]
    failed.failure = AnalysisFailure(code: .truncated, message: "no")
    news.note(.finished(failed), at: time)
    #expect(news.takeNewest() == records[1].id)
    news.note(.finished(records[3]), at: time)
    news.stopFollowing()
    #expect(news.takeNewest() == nil && !news.isFollowing)
  }

  @Test("A problem is told once where it goes on, and again where another came between")
  func problems() {
    var news = News(alertRules: [])
    for text in ["a", "a", "b", "a"] { news.note(.problem(text), at: time) }
    #expect(news.problems == ["a", "b", "a"])
  }

  @Test("While the screen is frozen nothing is for now, and all of it when it thaws")
  func freezing() {
    var news = News(alertRules: [])
    #expect(news.hear(.finished(records[0]), at: time).isForNow)
    news.freeze()
    #expect(!news.hear(.finished(records[1]), at: time).isForNow)
    #expect(news.held?.renewed == [records[1].id])
    #expect(news.thaw().map(\.update) == [.finished(records[1])])
    #expect(news.held == nil && news.thaw().isEmpty)
  }

  @Test("The engine is told what is looked at when that is something else")
  func focus() {
    var news = News(alertRules: [])
    let (first, second) = (records[0].id, records[1].id)
    let answers = [[], [first], [first], [second, first]].map { news.tell($0) }
    #expect(answers == [false, true, false, true])
  }

  @Test("What waits is no longer idle, and idle once more when the engine says so")
  func idling() {
    var news = News(alertRules: [])
    news.note(.idle, at: time)
    news.note(.queued(records[0]), at: time)
    #expect(!news.isIdle && news.hasCaughtUp && news.lastChange == time)
    news.note(.idle, at: time)
    #expect(news.isIdle)
  }
}
