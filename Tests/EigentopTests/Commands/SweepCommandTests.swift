import FileFixtures
import Foundation
import SchemaValidation
import Testing

@Suite("Commands that compare the models of a directory")
struct SweepCommandTests {
  /// Runs of known α, accuracy and loss; nil is not probed yet.
  private struct Run {
    var name: String
    var seed = 0
    var alpha: Double
    var accuracy: Double?
    var loss = 1.0
  }

  /// What one command of a test has found out the next need not.
  private let cache = try? TemporaryDirectory()
  private var cached: [String: String] { ["XDG_CACHE_HOME": cache?.path.string ?? ""] }

  private func directory(_ runs: [Run]) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    for run in runs {
      let folder = "\(run.name)_seed_\(run.seed)"
      try directory.write("setting: \(run.name)\nseed: \(run.seed)\n", to: "\(folder)/hparams.yaml")
      let log = "epoch,train_loss,probe_acc\n1,9,\n2,\(run.loss),\(run.accuracy.map { "\($0)" } ?? "")\n"
      try directory.write(log, to: "\(folder)/metrics.csv")
      try directory.write(FeatureMatrix(alpha: run.alpha), to: "\(folder)/features_epoch_2.npy")
    }
    return directory
  }

  /// Falls with α; the loss knows nothing.
  private static let sweep = (0..<12).map { index -> Run in
    let alpha = 0.5 + 0.1 * Double(index)
    return Run(
      name: "m\(index)", alpha: alpha, accuracy: 80 - 10 * alpha + (index % 3 == 0 ? 1.0 : 0.0),
      loss: Double((index * 7) % 12))
  }

  private func json(_ run: Eigentop, schema: String) throws -> JSONValue {
    let value = try JSONValue(parsing: Data(run.output.utf8))
    #expect(try JSONSchema.committed("eigentop/Schemas/\(schema).schema.json").faults(of: value) == [])
    return value
  }

  @Test("correlate prints the three coefficients with p, interval and n, as its schema says")
  func correlate() async throws {
    let directory = try directory(Self.sweep)
    let run = try await Eigentop(
      ["correlate", ".", "--y", "probe_acc", "--against", "train_loss", "--json"], in: directory, environment: cached)
    #expect(run.status == 0 && run.errors.isEmpty)
    let value = try json(run, schema: "correlate")
    #expect(value["n"] == .number(12) && value["x"] == .string("alpha") && value["y"] == .string("probe_acc"))
    guard case .number(let r)? = value["pearson"]?["r"] else {
      Issue.record("no r")
      return
    }
    #expect(r < -0.9 && value["kendall"]?["interval"]?.elements.count == 2)
    #expect(
      value["against"]?["words"]?.text?.hasPrefix("train_loss does not rank these 12 models by probe_acc") == true)
    let text = try await Eigentop(["correlate", ".", "--y", "probe_acc"], in: directory, environment: cached)
    #expect(text.lines.first == "n = 12, last checkpoints")
    #expect(text.output.contains("Spearman ρ −0.9") && text.output.contains("no optimum, a slope: better with less α"))
  }

  /// Three settings: within each accuracy falls with α, and of two the one of the greater α is the better one.
  private static let kinds = (0..<12).map { index -> Run in
    let (kind, place) = (index / 4, Double(index % 4))
    return Run(
      name: ["a", "b", "c"][kind], seed: index, alpha: 0.6 + 0.5 * Double(kind) + 0.05 * place,
      accuracy: 60 + 10 * Double(kind) - place + (place == 2 ? 1.5 : 0))
  }

  @Test("correlate --by and rank --group say what holds in each kind, as their schemas say")
  func kinds() async throws {
    let directory = try directory(Self.kinds)
    let arguments = ["correlate", ".", "--y", "probe_acc", "--by", "setting"]
    let by = try json(await Eigentop(arguments + ["--json"], in: directory, environment: cached), schema: "correlate")[
      "by"]
    #expect(by?["name"] == .string("setting") && by?["n"] == .number(12) && by?["reversed"] == .boolean(true))
    #expect(by?["groups"]?.elements.map { $0["group"]?.text } == ["a", "b", "c"])
    let text = try await Eigentop(arguments, in: directory, environment: cached)
    #expect(
      text.lines.count { $0.hasPrefix("Simpson's paradox: over all 12 models probe_acc is higher with more α") } == 1)

    let rank = ["rank", ".", "--by", "effectiveRank", "--group", "setting"]
    let group = try json(await Eigentop(rank + ["--json"], in: directory, environment: cached), schema: "rank")["group"]
    #expect(group?["n"] == .number(12) && group?["leftOut"] == .number(0))
    #expect(group?["groups"]?.elements.map { $0["n"] } == [.number(4), .number(4), .number(4)])
    #expect(group?["difference"]?["freedom"]?.elements == [.number(2), .number(9)])
    #expect(
      try await Eigentop(rank, in: directory, environment: cached).output.contains(
        "effective rank differs by setting: F(2, 9) = "))
  }

  @Test("rank orders by value or nearness, and equal values share a rank")
  func rank() async throws {
    let directory = try directory([
      Run(name: "a", alpha: 0.8, accuracy: 70), Run(name: "b", alpha: 1.1, accuracy: 80),
      Run(name: "c", alpha: 1.5, accuracy: 70), Run(name: "d", alpha: 2, accuracy: nil),
    ])
    let value = try json(
      await Eigentop(["rank", ".", "--by", "probe_acc", "--json"], in: directory, environment: cached), schema: "rank")
    let models = value["models"]?.elements ?? []
    #expect(models.map { $0["rank"] } == [.number(1), .number(2), .number(2)])
    #expect(models.map { $0["tied"] } == [.boolean(false), .boolean(true), .boolean(true)])
    #expect(models.map { $0["model"]?["run"]?.text } == ["b_seed_0", "a_seed_0", "c_seed_0"])
    let text = try await Eigentop(
      ["rank", ".", "--by", "alpha", "--toward", "1", "--uncertainty"], in: directory, environment: cached)
    #expect(text.lines.first?.split(separator: " ") == ["rank", "α", "interval", "model"])
    #expect(
      text.lines.dropFirst().compactMap { $0.split(separator: "/").dropFirst().first?.prefix(1) } == [
        "b", "a", "c", "d",
      ])
    #expect(text.lines.dropFirst().allSatisfy { $0.contains("[") && $0.contains("]") })
  }

  @Test("A filter leaves out dumps as it does in the dashboard; one that means nothing is a usage error")
  func filter() async throws {
    let directory = try directory(Array(Self.sweep.prefix(4)))
    func run(_ filter: String) async throws -> Eigentop {
      try await Eigentop(
        ["rank", ".", "--by", "alpha", "--json", "--filter", filter], in: directory, environment: cached)
    }
    let some = try await run("alpha<0.75 -m0")
    let models = try json(some, schema: "rank")["models"]?.elements ?? []
    #expect(some.status == 0 && models.compactMap { $0["model"]?["run"]?.text } == ["m2_seed_0", "m1_seed_0"])
    #expect(try await run("alpha>9").status == 2)
    for wrong in ["alpha>", "nonsense=3"] { #expect(try await run(wrong).status == 64, "\(wrong)") }
  }

  @Test("select proposes what has not been probed and lies where the best so far do; with nothing left it says so")
  func select() async throws {
    var runs = Self.sweep
    let value = try json(
      await Eigentop(["select", ".", "--parallel", "4", "--json"], in: directory(runs)), schema: "select")
    #expect(value["known"] == .number(12) && value["next"] == .array([]) && value["steps"]?.elements.count == 3)
    // The best is the least α: the zone is open below.
    #expect(value["bounds"]?.elements.first == .null && value["accuracy"] == .string("probe_acc"))
    for index in runs.indices where index % 2 == 1 { runs[index].accuracy = nil }
    let partly = try await Eigentop(["select", ".", "--parallel", "4", "--json"], in: directory(runs))
    let plan = try json(partly, schema: "select")
    let next = plan["next"]?.elements ?? []
    #expect(!next.isEmpty && plan["known"] == .number(6))
    guard case .number(let bound)? = plan["bounds"]?.elements.last else {
      Issue.record("no bound")
      return
    }
    for model in next {
      guard case .number(let key)? = model["key"] else { continue }
      #expect(key <= bound)
    }
    let text = try await Eigentop(["select", ".", "--parallel", "4"], in: directory(runs))
    #expect(text.lines.first == "12 models, 6 with probe_acc" && text.output.contains("probe next, of "))
  }

  @Test("Seeds are joined by select unless told otherwise")
  func seeds() async throws {
    let directory = try directory([
      Run(name: "a", alpha: 1, accuracy: 70), Run(name: "a", seed: 1, alpha: 1.2, accuracy: 72),
      Run(name: "b", alpha: 1.5, accuracy: 60),
    ])
    for (options, count) in [([], 2.0), (["--join", "none"], 3)] {
      let run = try await Eigentop(["select", "."] + options + ["--json"], in: directory, environment: cached)
      #expect(try json(run, schema: "select")["models"] == .number(count))
    }
  }

  @Test("A replay is the same every time, and stands beside chance, as its schema says")
  func replay() async throws {
    let directory = try directory(Self.sweep)
    let arguments = ["select", ".", "--replay", "--shuffles", "50", "--parallel", "4"]
    let run = try await Eigentop(arguments + ["--json"], in: directory, environment: cached)
    let value = try json(run, schema: "replay")
    #expect(try await Eigentop(arguments + ["--json"], in: directory, environment: cached).output == run.output)
    #expect(value["models"] == .number(12) && value["probesPerStep"]?.elements.first == .number(4))
    #expect(value["successiveHalving"] == .null && value["verdict"]?["shape"] == .string("falling"))
    let text = try await Eigentop(arguments, in: directory, environment: cached)
    for words in ["by α: ", "at random: ", "by shuffled α: "] { #expect(text.output.contains(words)) }
  }

  @Test("Fractions are tolerated in hundredths")
  func fractions() async throws {
    var runs = Self.sweep
    for index in runs.indices { runs[index].accuracy = runs[index].accuracy.map { $0 / 100 } }
    let run = try await Eigentop(["select", ".", "--replay", "--shuffles", "3", "--json"], in: directory(runs))
    #expect(try json(run, schema: "replay")["tolerance"] == .number(0.01))
  }

  @Test("Where there is nothing to compare the status is 2, and what cannot be meant is 64")
  func nothing() async throws {
    let directory = try directory([Run(name: "a", alpha: 1, accuracy: nil)])
    for arguments in [
      ["correlate", ".", "--y", "probe_acc"], ["rank", ".", "--by", "beauty"], ["select", ".", "--replay"],
      ["select", ".", "--key", "beauty"], ["rank", ".", "--by", "alpha", "--group", "beauty"],
      ["correlate", ".", "--y", "alpha", "--by", "setting"],
    ] {
      let run = try await Eigentop(arguments, in: directory, environment: cached)
      #expect(run.status == 2 && run.output.isEmpty && run.errors.hasPrefix("eigentop: "), "\(arguments)")
    }
    for arguments in [
      ["select", ".", "--parallel", "1"], ["rank", "."], ["select"], ["rank", ".", "--by", "alpha", "--toward", "nan"],
      ["correlate", ".", "--join", "seed", "--checkpoints", "all"],
    ] {
      #expect(try await Eigentop(arguments, in: directory, environment: cached).status == 64, "\(arguments)")
    }
  }
}
