import ArgumentParser

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "What α does where the truth is known.",
    discussion: """
      regression trains linear regressions whose covariates have a spectrum of given α; sampling draws samples from a given spectrum \
      and fits α to them. Everything is drawn from a seed: the same numbers again on every machine.
      """,
    subcommands: [RegressionCommand.self, SamplingCommand.self], defaultSubcommand: RegressionCommand.self)
}

/// What both simulations understand.
struct SimulationOptions: ParsableArguments {
  @Option(help: "Where random numbers begin.") var seed: UInt64 = 0
  @Option(help: "Independent draws.") var trials: Int = 20
  @Option(help: "Draws computed at a time. Changes no number.") var threads: ThreadCount = .standard
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print comma-separated values.") var csv = false
  @OptionGroup var streams: StreamOptions

  func validate() throws {
    if json && csv { throw ValidationError("--json and --csv exclude each other") }
    guard (1...100_000).contains(trials) else { throw ValidationError("--trials takes a number from 1 to 100000") }
  }

  /// Prints by one of the three ways, then says what was interrupted, and ends accordingly.
  func finish(
    _ outcome: HeadlessTrials.Ending, finished: Int, of count: Int, json document: () throws -> String,
    table: DelimitedTable, findings: [String]
  ) throws {
    if json {
      print(try document())
    } else if csv {
      table.commaSeparated.forEach { print($0) }
    } else if finished > 0 {
      (table.aligned + findings).forEach { print($0) }
    }
    switch outcome {
    case .complete: return
    case .failed(let reason):
      StandardStreams.printError("eigentop: \(reason)")
      throw ExitCode(finished > 0 ? 1 : 2)
    case .interrupted:
      StandardStreams.printError("eigentop: interrupted after \(finished) of \(count) draws")
      leaveAtOnce(status: finished > 0 ? 1 : 2)
    }
  }

  /// A parameter that means nothing is wrong usage.
  static func checked<Value>(_ make: () throws -> Value) throws -> Value {
    do { return try make() } catch { throw ValidationError("\(error)") }
  }
}
