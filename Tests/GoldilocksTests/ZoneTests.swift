import Goldilocks
import NumericalTesting
import Testing

@Suite("The zone from the data")
struct ZoneTests {
  @Test("The bootstrap is numpy's, draw for draw, infinite ends where the data know none")
  func bootstrap() throws {
    let zones = try SelectionReference().zones
    #expect(zones.count >= 2 && zones.contains { $0.lower.contains(nil) || $0.upper.contains(nil) })
    for expected in zones {
      let found = try #require(
        ZoneBootstrap(keys: expected.keys, scores: expected.scores, drawCount: expected.draws))
      let ends = [found.lowerBound, found.upperBound].map { [$0.lowerBound.finite, $0.upperBound.finite] }
      #expect(ends == [expected.lower, expected.upper])
      #expect(found.lowerBoundShare == expected.lowerShare && found.upperBoundShare == expected.upperShare)
      #expect(found.drawCount == expected.draws && found.modelCount == expected.keys.count)
    }
  }

  @Test("Without a zone there is nothing to draw again")
  func none() {
    #expect(ZoneBootstrap(keys: [1, 2, 3, 4], scores: [9, 1, 2, 8], drawCount: 100) == nil)
    #expect(ZoneBootstrap(keys: [1, 2, 3, 4], scores: [9, 8, 1, 2], drawCount: 0) == nil)
  }

  @Test("Parabolas, their bands and the intervals of their turning points are those of the normal equations")
  func parabolas() throws {
    let parabolas = try SelectionReference().parabolas
    #expect(parabolas.contains { $0.interval == nil } && parabolas.contains { !$0.opensDownwards })
    for expected in parabolas {
      let found = try #require(QuadraticFit(x: expected.x, y: expected.y))
      #expect(try #require(found.turningPoint).isClose(to: expected.turn, relative: 1e-9))
      #expect(found.opensDownwards == expected.opensDownwards && found.count == expected.x.count)
      #expect(found.residualDeviation.isClose(to: expected.residualDeviation, relative: 1e-9))
      #expect((found.turningInterval == nil) == (expected.interval == nil))
      if let interval = found.turningInterval, let ends = expected.interval {
        #expect(interval.lowerBound.isClose(to: ends[0], relative: 1e-8), "\(interval) \(ends)")
        #expect(interval.upperBound.isClose(to: ends[1], relative: 1e-8), "\(interval) \(ends)")
      }
      for band in expected.band {
        let interval = try #require(found.interval(at: band[0]))
        #expect(interval.lowerBound.isClose(to: band[1], relative: 1e-9, scale: 100))
        #expect(interval.upperBound.isClose(to: band[2], relative: 1e-9, scale: 100))
      }
    }
  }

  @Test("Points on a parabola give it back, far from the origin too", arguments: [0.0, 1e6])
  func exact(offset: Double) throws {
    let x: [Double] = [0, 1, 2, 4, 8].map { $0 + offset }
    let y = x.map { (x: Double) -> Double in
      let distance = x - offset - 3
      return 7 - 0.5 * distance * distance
    }
    let fit = try #require(QuadraticFit(x: x, y: y))
    #expect(try #require(fit.turningPoint).isClose(to: 3 + offset, relative: 1e-12) && fit.opensDownwards)
    #expect(fit.value(at: 3 + offset).isClose(to: 7, relative: 1e-9) && fit.residualDeviation < 1e-9)
  }

  @Test("Too few points, too few places and numbers that are none give no parabola")
  func noParabola() {
    #expect(
      QuadraticFit(x: [1, 2, 3], y: [1, 2, 1]) == nil && QuadraticFit(x: [1, 2, 1, 2], y: [1, 2, 3, 4]) == nil)
    #expect(QuadraticFit(x: [1, 2, 3, .nan], y: [1, 2, 3, 4]) == nil && QuadraticFit(x: [1, 2, 3, 4], y: [1]) == nil)
  }
}

extension Double {
  fileprivate var finite: Double? { isFinite ? self : nil }
}
