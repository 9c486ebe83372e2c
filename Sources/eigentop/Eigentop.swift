import ArgumentParser
import CursesTerminal

/// Synchronous, because the dashboard's run loop needs the main thread for itself: an asynchronous `main` gives it away on Linux.
@main
struct Eigentop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eigentop",
    abstract: "A dashboard of the eigenspectra of neural-network features.",
    discussion: """
      Finds feature dumps below directories, computes the eigenvalues of their covariances in the background, and shows α, the \
      decay coefficient of each spectrum (α-ReQ, Agrawal et al., NeurIPS 2022), beside the accuracies of the models.
      """,
    version: "eigentop \(versionWithCommit)",
    subcommands: [
      DashboardCommand.self, AnalyzeCommand.self, WatchCommand.self, ExportCommand.self, ProbeCommand.self,
      SelectCommand.self,
      CorrelateCommand.self, RankCommand.self, SimulateCommand.self, BarlowCommand.self, DemoCommand.self,
      CacheCommand.self, ThemesCommand.self, KeysCommand.self, DoctorCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)

  static func main() {
    CrashSignals.answer()
    main(nil)
  }

  /// Of the released program.
  static let version = "0.1.0"

  /// With the commit that it was built from, as `0.1.0 (815f65d)`, or `0.1.0 (815f65d, modified)` where the code differed from it.
  /// Without where there was no repository.
  static let versionWithCommit = builtFromCommit.map { "\(version) (\($0))" } ?? version
}
