import Dashboard

/// The manual page, from the tables that the program itself goes by: its commands and its keys.
struct ManualPage {
  private var page: RoffText
  /// Options that several commands have, described once.
  private let shared: [CommandDescription.Argument]

  /// So many commands that have the same option share it.
  private static let sharing = 3

  init(of program: CommandDescription, keymap: Keymap) {
    let leaves = program.leaves
    let options = leaves.flatMap(\.visibleArguments).filter { $0.kind != .positional }
    let counts = Dictionary(options.map { ($0, 1) }, uniquingKeysWith: +)
    var seen: Set<CommandDescription.Argument> = []
    shared = options.filter { counts[$0, default: 0] >= Self.sharing && seen.insert($0).inserted }
      .sorted { $0.title < $1.title }
    page = RoffText(
      title: program.commandName, section: 1, source: "eigentop \(Eigentop.version)", manual: "User Commands")

    page.section("Name")
    page.paragraph(.plain("\(program.commandName) - \(program.abstract ?? "")"))
    page.section("Synopsis")
    page.paragraph(.literal(program.commandName), .plain(" [options] ["), .variable("directory"), .plain(" ...]"))
    page.paragraph(
      .literal(program.commandName), .plain(" "), .variable("command"), .plain(" [options] ["), .variable("argument"),
      .plain(" ...]"))
    page.section("Description")
    page.paragraph(program.discussion ?? "")
    page.paragraph("Without a command the dashboard opens, on the current directory where none is named.")
    page.section("Commands")
    for command in program.visibleSubcommands { add(command) }
    page.section("Options of several commands")
    for option in shared { add(option) }
    add(keymap)
    addSurroundings()
  }

  /// The lines of its source, in the markup of man(7).
  var lines: [String] { page.lines }

  private mutating func add(_ command: CommandDescription) {
    page.subsection(command.invocation)
    page.paragraph(command.abstract ?? "")
    if let discussion = command.discussion { page.paragraph(discussion) }
    guard command.visibleSubcommands.isEmpty else {
      for subcommand in command.visibleSubcommands { add(subcommand) }
      return
    }
    for argument in command.visibleArguments where !shared.contains(argument) { add(argument) }
    let names = shared.filter(command.visibleArguments.contains).map(\.title)
    if !names.isEmpty { page.paragraph("Also, see below: \(names.joined(separator: ", ")).") }
  }

  private mutating func add(_ argument: CommandDescription.Argument) {
    var term: [RoffText.Span] = []
    for name in argument.names ?? [] {
      if !term.isEmpty { term.append(.plain(", ")) }
      term.append(.literal(name.text))
    }
    if argument.kind != .flag, let value = argument.valueName {
      term += argument.kind == .option ? [.plain(" "), .variable(value)] : [.variable(value)]
      if argument.isRepeating { term.append(.plain(" ...")) }
    }
    var meaning = [argument.abstract, argument.discussion].compactMap { $0 }
    if let values = argument.allValues { meaning.append("One of \(values.joined(separator: ", ")).") }
    if let value = argument.defaultValue { meaning.append("(default: \(value))") }
    page.entry(term, meaning: meaning.joined(separator: " "))
  }

  private mutating func add(_ keymap: Keymap) {
    page.section("Keys")
    page.paragraph(
      """
      As they are unless the configuration says otherwise; the names in parentheses are those that it takes. eigentop keys \
      lists them as they are, and ? shows those of a screen.
      """)
    var places: [String] = []
    for place in keymap.entries.flatMap(\.places) where !places.contains(place) { places.append(place) }
    for place in places {
      page.subsection(place.prefix(1).uppercased() + place.dropFirst())
      for entry in keymap.entries where entry.places.contains(place) {
        let keys = entry.keys.map(\.description).joined(separator: " ")
        page.entry([.literal(keys)], meaning: "\(entry.meaning) (\(entry.name))")
      }
    }
  }

  private mutating func addSurroundings() {
    for (title, entries) in ManualText.lists {
      page.section(title)
      for (term, meaning) in entries { page.entry([.literal(term)], meaning: meaning) }
    }
    page.section("Examples")
    for (meaning, lines) in ManualText.examples {
      page.paragraph(meaning)
      page.example(lines)
    }
    page.section("See also")
    for text in ManualText.seeAlso { page.paragraph(text) }
  }
}

extension CommandDescription.Argument {
  /// The name that says most: `--help` of `-h, --help`.
  var title: String { (names?.first { $0.kind == .long } ?? names?.first)?.text ?? valueName ?? "" }
}
