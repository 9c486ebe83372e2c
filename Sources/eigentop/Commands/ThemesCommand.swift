import ArgumentParser
import Charts
import Colors

/// The themes there are, and what they are worth.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes, or check their colours.",
    discussion: """
      --check prints the contrast of every role (WCAG 2.2: text 4.5, text on a selection 4, lines 3) and the two series, and ends \
      of the diverging ramp, that look most alike to each kind of colour vision (ΔE in Oklab, 0.06; simulated after Machado, \
      Oliveira and Fernandes 2009). Exit status 1 where a theme falls short of that, for the eyes that its safe_for names.
      """)

  @Flag(help: "Check contrasts and colour-blind distances.") var check = false
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var streams: StreamOptions

  @Argument(
    help: ArgumentHelp("Themes; all without one.", valueName: "name"),
    completion: .custom { _, _, _ in ThemeLibrary(directories: ThemeDirectory.all()).names })
  var names: [String] = []

  private var library: ThemeLibrary { ThemeLibrary(directories: ThemeDirectory.all()) }

  func validate() throws {
    let known = library.names
    if let name = names.first(where: { !known.contains($0) }) { throw ValidationError(library.unknown(name)) }
  }

  func run() throws {
    let library = library
    var (entries, reports, isBroken): ([ThemeListing], [ThemeReport], Bool) = ([], [], false)
    for name in names.isEmpty ? library.names : names {
      do {
        let (theme, warnings) = try library.load(name)
        entries.append(ThemeListing(theme, name: name, path: library.file(named: name)?.path ?? ""))
        reports.append(ThemeReport(theme, name: name))
        for warning in warnings { StandardStreams.printWarning("eigentop: \(warning)") }
      } catch {
        StandardStreams.printError("eigentop: \(error)")
        isBroken = true
      }
    }
    if json {
      print(check ? try JSONOutput.line(reports) : try JSONOutput.line(entries))
    } else {
      for line in check ? reports.flatMap(\.lines) : ThemeListing.lines(entries) { print(line) }
    }
    if isBroken || check && !reports.allSatisfy(\.passes) { throw ExitCode.failure }
  }
}

/// One line of the list; the names of the fields are those of its JSON.
struct ThemeListing: Encodable {
  let name: String
  let title: String
  let variant: String
  let safeFor: [String]
  let path: String

  init(_ theme: Theme, name: String, path: String) {
    self.name = name
    title = theme.name
    variant = theme.variant.rawValue
    safeFor = ColorVision.deficient.filter(theme.safeFor.contains).map(\.rawValue)
    self.path = path
  }

  static func lines(_ entries: [ThemeListing]) -> [String] {
    let rows = entries.map { entry in
      [entry.name, entry.variant, entry.safeFor.isEmpty ? "—" : entry.safeFor.joined(separator: " "), entry.path]
        .map(\.visible)
    }
    return TextColumns(titles: ["theme", "for", "safe for", "file"], rows: rows).lines
  }
}
