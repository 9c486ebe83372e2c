import FileFixtures
import Foundation
import SchemaValidation
import Testing

extension SampleDataTests {
  @Suite("The networks of the sample data")
  struct SampleNetworksTests {
    /// What `Reference/make_networks_reference.py` computed with numpy and scipy, without our code.
    private struct Reference: Decodable {
      struct Coefficients: Decodable {
        let pooled, within: Double
        let groups: [Double]
      }

      struct Relation: Decodable {
        let y: String
        let pearson, spearman: Coefficients
      }

      struct EffectiveRank: Decodable {
        let f, p: Double
        let means, deviations: [Double]
        let intervals: [[Double]]
      }

      let n: Int
      let relations: [Relation]
      let effectiveRank: EffectiveRank
    }

    private let reference: Reference
    private let directory: TemporaryDirectory
    private let networks = URL(filePath: #filePath).appending(path: "../../../SampleData/networks").standardized.path

    init() throws {
      let file = URL(filePath: #filePath).appending(path: "../Reference/networks.json").standardized
      reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
      directory = try TemporaryDirectory()
    }

    private func json(_ arguments: [String]) async throws -> JSONValue {
      try JSONValue(
        parsing: Data(
          await Eigentop(arguments + ["--json"], in: directory, environment: SampleDataTests.results.environment).output
            .utf8))
    }

    private func isClose(_ value: JSONValue?, _ expected: Double) -> Bool {
      guard case .number(let number)? = value else { return false }
      return abs(number - expected) <= 1e-8 * max(1, abs(expected))
    }

    @Test("α and accuracy go together as scipy says: in all of them, in each architecture, and given it")
    func relations() async throws {
      #expect(reference.n == 12 && reference.relations.count == 2)
      for relation in reference.relations {
        let found = try await json(["correlate", networks, "--y", relation.y, "--by", "architecture"])["by"]
        #expect(found?["n"] == .number(Double(reference.n)))
        #expect(found?["groups"]?.elements.map { $0["group"]?.text } == ["resnet", "vgg", "vit"])
        for (name, expected) in [("pearson", relation.pearson), ("spearman", relation.spearman)] {
          #expect(isClose(found?["pooled"]?[name]?["r"], expected.pooled), "\(relation.y), \(name)")
          #expect(isClose(found?["within"]?[name]?["r"], expected.within), "\(relation.y), \(name)")
          for (group, value) in zip(found?["groups"]?.elements ?? [], expected.groups) {
            #expect(isClose(group[name]?["r"], value), "\(relation.y), \(name)")
          }
        }
      }
    }

    @Test("Effective rank by architecture, of networks that are alike in N and D, is what scipy says")
    func effectiveRank() async throws {
      let found = try await json(["rank", networks, "--by", "effectiveRank", "--group", "architecture"])["group"]
      let expected = reference.effectiveRank
      #expect(found?["sampleCount"] == .number(512) && found?["featureCount"] == .number(128))
      #expect(found?["leftOut"] == .number(0) && found?["groups"]?.elements.count == 3)
      #expect(isClose(found?["difference"]?["f"], expected.f) && isClose(found?["difference"]?["p"], expected.p))
      for (index, group) in (found?["groups"]?.elements ?? []).enumerated() {
        #expect(
          isClose(group["mean"], expected.means[index]) && isClose(group["deviation"], expected.deviations[index]))
        let ends = group["interval"]?.elements ?? []
        #expect(ends.count == 2 && zip(ends, expected.intervals[index]).allSatisfy { isClose($0, $1) })
      }
    }
  }
}
