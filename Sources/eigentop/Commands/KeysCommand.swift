import ArgumentParser
import Dashboard

/// What the keys of the dashboard do, and what the configuration calls it.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "List the keys of the dashboard, as they are by the configuration.",
    discussion: """
      Other keys are given in the table [keys] of the configuration, by the names in the first column: mark = "Ins", or \
      mark = ["Space", "Ins"], or mark = [] for none. What can be reached at the same time cannot share a key. Ctrl-C always quits.
      """)

  @Flag(help: "Print JSON.") var json = false

  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var streams: StreamOptions

  func run() throws {
    let preferences = try configuration.preferences()
    for warning in preferences.warnings { StandardStreams.printWarning("eigentop: \(warning)") }
    let entries = preferences.keymap.entries.map(KeyListing.init)
    if json {
      print(try JSONOutput.line(entries))
    } else {
      for line in KeyListing.lines(entries) { print(line) }
    }
  }
}

/// One line of the list; the names of the fields are those of its JSON.
struct KeyListing: Encodable {
  let name: String
  let keys: [String]
  let places: [String]
  let meaning: String

  init(_ entry: Keymap.Entry) {
    name = entry.name
    keys = entry.keys.map(\.description)
    places = entry.places
    meaning = entry.meaning
  }

  static func lines(_ entries: [KeyListing]) -> [String] {
    let rows = entries.map { entry in
      [entry.name, entry.keys.joined(separator: " "), entry.places.joined(separator: ", "), entry.meaning]
        .map(\.visible)
    }
    return TextColumns(titles: ["name", "keys", "where", "meaning"], rows: rows).lines
  }
}
