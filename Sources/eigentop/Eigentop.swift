import ArgumentParser

@main
struct Eigentop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eigentop",
    abstract: "A dashboard of the eigenspectra of neural-network features.",
    discussion: """
      Watches directories of feature dumps, computes the eigenvalues of their covariances in the background, and shows which \
      models are worth a linear probe by the decay coefficient α (α-ReQ, Agrawal et al., NeurIPS 2022).
      """,
    version: version,
    subcommands: [DashboardCommand.self, AnalyzeCommand.self],
    defaultSubcommand: DashboardCommand.self)

  static let version = "0.1.0"
}
