import Goldilocks
import NumericalTesting
import Testing

@Suite("The verdict on a zone")
struct ZoneVerdictTests {
  private func verdict(count: Int = 40, _ accuracy: (Double) -> Double) throws -> ZoneVerdict {
    var generator = SeededGenerator(seed: 11)
    let keys = (0..<count).map { (index: Int) -> Double in 0.4 + 1.6 * Double(index) / Double(count) }
    return try #require(ZoneVerdict(keys: keys, scores: keys.map { accuracy($0) + 0.5 * generator.normal() }))
  }

  @Test("A peak inside the data is an optimum, whose interval stays inside")
  func optimum() throws {
    let verdict = try verdict { 80 - 20 * ($0 - 1.1) * ($0 - 1.1) }
    guard case .optimum(let place, let interval) = verdict.shape else {
      Issue.record("\(verdict.shape)")
      return
    }
    #expect(interval.contains(1.1) && interval.contains(place) && verdict.keyRange.contains(interval.upperBound))
    #expect(verdict.count == 40)
  }

  @Test("Upside down it is a pit, not an optimum")
  func pit() throws {
    let verdict = try verdict { 60 + 20 * ($0 - 1.1) * ($0 - 1.1) }
    guard case .pit(let place, _) = verdict.shape else {
      Issue.record("\(verdict.shape)")
      return
    }
    #expect(place.isClose(to: 1.1, relative: 0.1))
  }

  @Test("What rises or falls throughout is a slope of that sign, though it may bend", arguments: [1.0, -1.0])
  func slope(sign: Double) throws {
    let expected = ZoneVerdict.Shape.slope(isRising: sign > 0)
    let straight = try verdict { 70 + sign * 10 * $0 }
    #expect(straight.shape == expected)
    // The peak of this one lies beyond the data.
    let bent = try verdict { (key: Double) -> Double in
      let distance = key - 1.2 - sign
      return 70 - 5 * distance * distance
    }
    #expect(bent.shape == expected)
  }

  @Test("Noise has no shape")
  func noise() throws {
    let verdict = try verdict { _ in 70 }
    #expect(verdict.shape == .nothing && !verdict.relation.hasClearSign)
  }

  @Test("An optimum is seen in noise as rarely as its level says")
  func level() {
    var generator = SeededGenerator(seed: 5)
    var turns = 0
    for _ in 0..<1000 {
      let keys = (0..<30).map { _ in generator.normal() }
      let verdict = ZoneVerdict(keys: keys, scores: keys.map { _ in generator.normal() })
      switch verdict?.shape {
      case .optimum, .pit: turns += 1
      default: break
      }
    }
    // Both slopes must be significant at their ends, which is less likely than the curvature alone.
    #expect(turns < 50)
  }

  @Test("A single model that decides is named: the others alone show no optimum")
  func decisive() throws {
    var generator = SeededGenerator(seed: 4)
    let keys = (0..<30).map { _ in Double.random(in: 1.5...2, using: &generator) }
    let scores = keys.map { _ in 80 + 0.3 * generator.normal() }
    #expect(try #require(ZoneVerdict(keys: keys, scores: scores)).decisiveKey == nil)
    let verdict = try #require(ZoneVerdict(keys: keys + [0.8], scores: scores + [60]))
    #expect(verdict.decisiveKey == 0.8 && verdict.shape != .nothing)
  }

  @Test("Two models, and models of one key, have none")
  func none() {
    #expect(
      ZoneVerdict(keys: [1, 2], scores: [1, 2]) == nil && ZoneVerdict(keys: [1, 1, 1], scores: [1, 2, 3]) == nil)
    #expect(ZoneVerdict(keys: [1, 2, 3], scores: [1, 2, 3])?.fit == nil)
  }
}
