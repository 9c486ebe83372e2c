import Analysis
import Foundation
import SchemaValidation
import Spectra
import Testing

@Suite("A record as JSON")
struct RecordJSONTests {
  @Test("Every field says what the record says")
  func fields() throws {
    let json = try Examples.done.parsed()
    let fit = try #require(Examples.done.summary?.fit)
    #expect(json["path"] == .string("runs/lr_0.1/layer3/epoch_8.npy"))
    #expect(json["run"] == .string("lr_0.1"))
    #expect(json["layer"] == .string("layer3"))
    #expect(json["checkpoint"] == .object(["epoch": .number(8), "step": .null, "moment": .null]))
    #expect(
      json["hyperparameters"]
        == .object(["lr": .number(0.1), "algorithm": .string("barlow"), "nesterov": .boolean(true)]))
    #expect(json["seed"] == .number(7))
    #expect(json["metrics"] == .object(["test_acc": .number(81.4)]))
    #expect(json["sampleCount"] == .number(2048))
    #expect(json["featureCount"] == .number(120))
    #expect(json["dataType"] == .string("float32"))
    #expect(json["nonFiniteRows"] == .number(0))
    #expect(json["alpha"] == .number(fit.alpha))
    #expect(json["fit"]?["first"] == .number(11) && json["fit"]?["last"] == .number(100))
    #expect(json["fit"]?["estimator"] == .string("weighted"))
    #expect(json["resolvableRank"] == .number(120))
    #expect(json["eigenvalues"] == .null)
    #expect(json["warnings"] == .array([]))
    #expect(json["error"] == .null)
  }

  @Test("A failure is an error with null results, and a dump that waits has neither")
  func withoutResults() throws {
    let failed = try Examples.failed.parsed()
    #expect(failed["error"] == .object(["code": .string("truncated"), "message": .string("byte 80: \"short\"")]))
    #expect(failed["checkpoint"] == .null && failed["hyperparameters"] == .object([:]))
    let pending = try Examples.pending.parsed()
    #expect(pending["error"] == .null && pending["sampleCount"] == .number(2048))
    for json in [failed, pending] {
      for field in ["alpha", "fit", "effectiveRank", "resolvableRank", "totalVariance", "nonFiniteRows"] {
        #expect(json[field] == .null, "\(field)")
      }
    }
  }

  @Test("Only the measures asked for are filled in", arguments: Measure.allCases)
  func measures(measure: Measure) throws {
    let json = try Examples.complete.parsed(measures: [measure])
    for other in Measure.allCases { #expect((json[other.rawValue] == .null) == (other != measure)) }
    #expect((json["fit"] == .null) == (measure != .alpha))
    #expect(json[measure.rawValue] == Examples.complete.value(of: measure).map(JSONValue.number))
    let intervals = try #require(json["uncertainty"]?["measures"]?.members?.keys)
    #expect(Set(intervals) == Set([measure.rawValue]).subtracting(["alpha", "selfCluster", "lidar"]))
    #expect(json["uncertainty"]?["alphaBySampleCount"]?.elements.isEmpty == (measure != .alpha))
  }

  @Test("Uncertainty is beside what it is of, and null without replicates")
  func uncertainty() throws {
    let record = Examples.complete
    let json = try record.parsed()
    let alpha = try #require(record.uncertainty?.measures[.alpha])
    #expect(json["fit"]?["standardError"] == .number(alpha.standardError))
    let bounds = [alpha.interval.lowerBound, alpha.interval.upperBound]
    #expect(json["fit"]?["interval"] == .array(bounds.map(JSONValue.number)))
    #expect(json["fit"]?["accepted"] == .boolean(true))
    let uncertainty = try #require(json["uncertainty"])
    #expect(uncertainty["method"] == .string("groupedJackknife"))
    #expect(uncertainty["groups"] == .number(4) && uncertainty["confidence"] == .number(0.95))
    let rankMe = try #require(record.uncertainty?.measures[.rankMe])
    #expect(uncertainty["measures"]?["rankMe"]?["standardError"] == .number(rankMe.standardError))
    let curve = try #require(uncertainty["alphaBySampleCount"]?.elements)
    #expect(curve.map { $0["sampleCount"] } == [.number(128), .number(256)])
    #expect(curve.map { $0["alpha"] == .null } == [true, false])

    let without = try Examples.done.parsed()
    #expect(without["uncertainty"] == .null && without["fit"]?["interval"] == .null)
  }

  @Test("The precision of the sums and whether more is to come are told")
  func origin() throws {
    #expect(try Examples.complete.parsed()["precision"] == .string("float64"))
    #expect(try Examples.complete.parsed()["preview"] == .boolean(false))
    let preview = Examples.record(Examples.features(alpha: 1, origin: .preview(.float32)))
    #expect(try preview.parsed()["precision"] == .string("float32"))
    #expect(try preview.parsed()["preview"] == .boolean(true))
    #expect(try Examples.done.parsed()["precision"] == .null, "eigenvalues without features")
  }

  @Test("Curves are there when they are given")
  func curves() throws {
    let grid = RangeGrid(Examples.features(alpha: 1.5, count: 8))
    let ranks = try #require(BenignEffectiveRanks(Examples.features(alpha: 1.5, count: 8)))
    let json = try Examples.done.parsed(alphaByRange: grid, benignEffectiveRanks: ranks)
    #expect(json["alphaByRange"]?["first"] == .array(grid.firsts.map { .number(Double($0)) }))
    #expect(json["alphaByRange"]?["last"] == .array(grid.lasts.map { .number(Double($0)) }))
    let rows = try #require(json["alphaByRange"]?["alpha"]?.elements)
    for (row, alphas) in zip(rows, grid.alpha) {
      #expect(row == .array(alphas.map { $0.map(JSONValue.number) ?? .null }))
    }
    #expect(rows.count == grid.firsts.count && rows.contains { $0.elements.contains(.null) })
    #expect(json["benignEffectiveRanks"]?["r"] == .array(ranks.stableRanks.map(JSONValue.number)))
    #expect(json["benignEffectiveRanks"]?["R"] == .array(ranks.participationRatios.map(JSONValue.number)))
    let without = try Examples.done.parsed()
    #expect(without["alphaByRange"] == .null && without["benignEffectiveRanks"] == .null)
  }

  @Test("Eigenvalues are there when they are given, null where JSON has no number for them")
  func eigenvalues() throws {
    let json = try Examples.failed.parsed(spectrum: Eigenspectrum(given: [.infinity, 2, -1, .nan]))
    #expect(json["eigenvalues"] == .array([.null, .number(2), .number(-1), .null]))
  }

  @Test("Values that are not finite are null")
  func nonFinite() throws {
    var record = Examples.done
    record.summary?.totalVariance = .infinity
    record.dump.hyperparameters = ["lr": .number(.nan)]
    record.dump.metrics = ["loss": Metric(value: -.infinity, join: .checkpoint)]
    let json = try record.parsed()
    #expect(json["totalVariance"] == .null)
    #expect(json["hyperparameters"] == .object(["lr": .null]))
    #expect(json["metrics"] == .object(["loss": .null]))
  }

  @Test("Numbers read back to the last bit")
  func roundTrip() throws {
    var values: [Double] = [
      0, -0.0, .leastNonzeroMagnitude, -.leastNormalMagnitude, .greatestFiniteMagnitude, .pi, 0.1, 1 / 3, 1e23,
      0x1p53 + 2, 123456789012345680,
    ]
    var bits: UInt64 = 0x3ff1_2345_6789_abcd
    for _ in 0..<1000 {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: bits)
      if value.isFinite { values.append(value) }
    }
    let json = try Examples.failed.parsed(spectrum: Eigenspectrum(given: values))
    let found = try #require(json["eigenvalues"]).elements.compactMap { element in
      if case .number(let number) = element { number } else { nil }
    }
    #expect(found.map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test("A record is one line, whatever its names hold")
  func oneLine() throws {
    var record = Examples.failed
    record.dump.run = "a\nb\u{1b}[31m\"é\\"
    let text = String(decoding: try record.json(), as: UTF8.self)
    #expect(!text.contains { $0.isNewline } && !text.contains("\u{1b}"))
    #expect(try record.parsed()["run"] == .string("a\nb\u{1b}[31m\"é\\"))
  }
}
