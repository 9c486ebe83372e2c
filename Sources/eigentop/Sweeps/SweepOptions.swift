import Analysis
import AnalysisEngine
import ArgumentParser
import Figures
import SystemPackage

/// What every command that compares models understands.
struct SweepOptions: ParsableArguments {
  enum SeedJoin: String, ExpressibleByArgument, CaseIterable {
    case seed, none
  }

  enum Checkpoints: String, ExpressibleByArgument, CaseIterable {
    case last, all
  }

  @Argument(
    help: ArgumentHelp("Directories with the dumps of the models.", valueName: "directory"), completion: .directory)
  var paths: [String]

  @Option(
    help: "seed: runs that differ by nothing else are one model, their mean. (default: seed for select, none elsewhere)"
  )
  var join: SeedJoin?

  @Option(help: "A model is the last checkpoint of a run, per layer; all: every checkpoint is.")
  var checkpoints: Checkpoints = .last

  @Option(
    help: ArgumentHelp(
      "Only dumps that the dashboard's filter lets through, such as 'algo:barlow -layer:block1 epoch>3'.",
      valueName: "filter"))
  var filter = ""

  @Flag(help: "Print JSON.") var json = false

  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var streams: StreamOptions

  func validate() throws {
    if paths.isEmpty { throw ValidationError("a directory is missing") }
    if join == .seed && checkpoints == .all {
      throw ValidationError("--join seed and --checkpoints all exclude each other")
    }
    do { _ = try DumpFilter(filter) } catch { throw ValidationError("--filter: \(error.reason)") }
  }

  /// The records that the filter lets through.
  ///
  /// - Throws: a usage error for what none of them has.
  func filtered(_ records: [AnalysisRecord]) throws -> [AnalysisRecord] {
    do {
      let filter = try DumpFilter(filter, knownFields: DumpFilter.fields(of: records))
      return records.filter { record in
        filter.matches(record, DumpFilter.Context(isWarned: record.needsAttention, stage: .done))
      }
    } catch {
      throw ValidationError("--filter: \(error.reason)")
    }
  }

  func selection(joinedByDefault: Bool) -> ModelSelection {
    if checkpoints == .all { return .allCheckpoints }
    return (join ?? (joinedByDefault ? .seed : SeedJoin.none)) == .seed ? .joinedSeeds : .lastCheckpoints
  }
}
