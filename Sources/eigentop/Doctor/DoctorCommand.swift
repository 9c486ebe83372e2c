import Analysis
import ArgumentParser
import Foundation

/// What the program finds where it runs, and what to do about what it lacks.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say which terminal, locale, libraries and files are in use, and what is wrong with them.",
    discussion: """
      A line for each, with what to do where there is a warning or an error. The terminal is not asked: what only it can say is asked \
      while the dashboard runs. Exit status: 0 without errors, 1 with.
      """)

  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var streams: StreamOptions

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let report = DoctorReport(
      version: Eigentop.versionWithCommit,
      checks: Check.terminal(environment) + Check.locale(environment) + Check.arithmetic(environment)
        + Check.files(environment, configuration: configuration.config) + Check.watching() + Check.sharedFiles()
        + Check.fonts())
    if json {
      print(try JSONOutput.line(report))
    } else {
      for line in report.lines(quiet: streams.quiet) { print(line) }
    }
    if report.errors > 0 { throw ExitCode.failure }
  }
}

/// All that was found; the names of the fields are those of its JSON.
struct DoctorReport: Encodable {
  let version: String
  let errors: Int
  let warnings: Int
  let checks: [Check]

  init(version: String, checks: [Check]) {
    self.version = version
    self.checks = checks
    errors = checks.count { $0.status == .error }
    warnings = checks.count { $0.status == .warning }
  }

  /// For people.
  /// - Parameter quiet: only what is wrong.
  func lines(quiet: Bool) -> [String] {
    let shown = checks.filter { !quiet || $0.status != .ok }
    let rows = shown.map { [$0.status.rawValue, $0.area, $0.name, $0.value].map(\.visible) }
    let advice = shown.map { $0.advice.value.map { ["         \($0.visible)"] } ?? [] }
    let aligned = TextColumns(titles: ["", "eigentop", version, ""], rows: rows).lines
    return (quiet ? [] : aligned.prefix(1).map { $0.trimmingCharacters(in: .whitespaces) })
      + zip(aligned.dropFirst(), advice).flatMap { [$0] + $1 }
  }
}
