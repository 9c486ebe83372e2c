import ArgumentParser

/// The command line.
struct Options: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks", abstract: "How far eigentop is from what the machine can do, mostly as ratios.")

  @Flag(help: "Print the figures as JSON.") var json = false
  @Flag(help: "Fewer repetitions.") var quick = false
  @Flag(help: "Large shapes, too; several minutes more.") var large = false
  @Option(help: ArgumentHelp("Only the figures whose names begin so.", valueName: "name-prefix")) var only = ""

  var effort: Effort { Effort(isQuick: quick, isLarge: large) }

  /// The figures asked for, of those parts that have any.
  func figures(of parts: [Part]) throws -> [Figure] {
    let chosen = parts.filter { $0.name.hasPrefix(only) || only.hasPrefix($0.name) }
    let figures = try chosen.flatMap { part in
      note("\(part.name) …")
      return try part.figures().filter { $0.name.hasPrefix(only) }
    }
    guard !figures.isEmpty else {
      throw ValidationError("no figure is called “\(only)…”; there are \(parts.map(\.name).joined(separator: ", "))")
    }
    return figures
  }
}
