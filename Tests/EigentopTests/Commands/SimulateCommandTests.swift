import FileFixtures
import Foundation
import TerminalEmulation
import Testing

@Suite("eigentop simulate")
struct SimulateCommandTests {
  private struct Regression: Decodable {
    struct Mean: Decodable, Equatable { let mean: Double }
    struct Point: Decodable, Equatable {
      let alpha: Double
      let excessRisk: Mean
      let minimumNormRisk: Mean?
      let expectedRisk: Double?
    }
    struct Minimum: Decodable { let alpha: Double }

    let trials, requestedTrials: Int
    let points: [Point]
    let minimum: Minimum?
  }

  private struct Sampling: Decodable {
    struct Curve: Decodable {
      let sampleCount, featureCount, first, last: Int
    }

    let curves: [Curve]
  }

  private static let small = ["--dimension", "60", "--samples", "30", "--trials", "4", "--points", "7"]

  private func regression(_ options: [String]) async throws -> Regression {
    let run = try await Eigentop(["simulate"] + options + ["--json"], in: TemporaryDirectory())
    #expect(run.status == 0 && run.errors.isEmpty)
    return try JSONDecoder().decode(Regression.self, from: Data(run.output.utf8))
  }

  @Test("A curve over α with an interior minimum, the same on any number of threads")
  func curve() async throws {
    let found = try await regression(Self.small + ["--threads", "1"])
    #expect(found.trials == 4 && found.points.map(\.alpha) == [0, 0.5, 1, 1.5, 2, 2.5, 3])
    let minimum = try #require(found.minimum)
    #expect((0.5...2.5).contains(minimum.alpha))
    #expect(try await regression(Self.small + ["--threads", "3"]).points == found.points)
    #expect(try await regression(Self.small + ["--seed", "1"]).points != found.points)
  }

  @Test("Infinitely many steps are the minimum-norm solution, and one pass has its expectation")
  func trainings() async throws {
    let limit = try await regression(Self.small + ["--steps", "inf"])
    #expect(limit.points.allSatisfy { $0.minimumNormRisk == $0.excessRisk })
    let onePass = try await regression(Self.small + ["--sgd", "5"])
    #expect(onePass.points.allSatisfy { $0.expectedRisk != nil && $0.minimumNormRisk == nil })
  }

  @Test("A table says the same with words below it, and comma-separated values without")
  func tables() async throws {
    let table = try await Eigentop(["simulate"] + Self.small, in: TemporaryDirectory())
    #expect(table.lines.first?.hasPrefix("alpha  excessRisk") == true)
    #expect(table.output.contains("least at α = "))
    let csv = try await Eigentop(["simulate", "regression", "--csv"] + Self.small, in: TemporaryDirectory())
    #expect(csv.lines.count == 8)
    #expect(csv.lines.first == "alpha,excessRisk,standardDeviation,standardError,minimumNormRisk")
  }

  @Test("Samples of every N, D and range")
  func sampling() async throws {
    let run = try await Eigentop(
      [
        "simulate", "sampling", "--dimension", "20,40", "--samples", "30,60", "--fit-range", "3...10,5...15",
        "--trials",
        "2", "--json",
      ], in: TemporaryDirectory())
    #expect(run.status == 0)
    let curves = try JSONDecoder().decode(Sampling.self, from: Data(run.output.utf8)).curves
    #expect(curves.map(\.featureCount) == [20, 20, 20, 20, 40, 40, 40, 40])
    #expect(curves.map(\.sampleCount).prefix(4) == [30, 30, 60, 60] && curves.map(\.first).prefix(2) == [3, 5])
  }

  @Test(
    "What cannot be meant is status 64, said on standard error",
    arguments: [
      (["--alpha", "3...0"], "alpha"), (["--alpha", "0...21"], "--alpha"), (["--alpha", "-1...2"], "alpha"),
      (["--points", "1"], "--points"), (["--dimension", "0"], "the dimension"),
      (["--samples", "99999999"], "too many"), (["--steps", "0"], "steps"), (["--steps", "many"], "steps"),
      (["--sgd", "501"], "the batch"), (["--sgd", "1", "--steps", "3"], "exclude"), (["--sigma", "nan"], "sigma"),
      (["--json", "--csv"], "exclude"), (["--trials", "0"], "--trials"), (["sampling", "--samples", "5,x"], "samples"),
      (["sampling", "--dimension", "1"], "the dimension"), (["sampling", "--fit-range", "9...3"], "fit-range"),
    ])
  func usage(_ options: [String], _ words: String) async throws {
    let run = try await Eigentop(["simulate"] + options, in: TemporaryDirectory())
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test("Ctrl-C prints what is finished as valid JSON")
  func interrupted() throws {
    let directory = try TemporaryDirectory()
    // Would take hours.
    let options = ["--points", "2", "--dimension", "200", "--samples", "100", "--trials", "100000"].joined(
      separator: " ")
    let session = try TerminalSession(
      "/bin/sh",
      arguments: [
        "-c", "cd \"$1\" && exec \"$2\" simulate --json --threads 1 \(options) > out.json", "sh", directory.path.string,
        builtExecutable("eigentop"),
      ])
    // Nobody waits for the test to see each of them.
    try session.wait(for: "three draws") {
      session.screenText.contains { line in
        (line.firstMatch(of: /(\d+) of 100000 draws/).flatMap { Int($0.1) } ?? 0) >= 3
      }
    }
    session.send("\u{3}")
    #expect(try session.waitUntilEnded() == .exited(1), "some of the trials are missing")
    let found = try JSONDecoder().decode(Regression.self, from: directory.read("out.json"))
    #expect(found.trials >= 3 && found.requestedTrials == 100_000 && found.points.count == 2)
  }
}
