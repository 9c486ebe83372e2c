import ArgumentParser
import Foundation

/// A command as the argument parser describes it, in the JSON of `--experimental-dump-help`.
struct CommandDescription: Decodable {
  struct Argument: Decodable, Hashable {
    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable, Hashable {
      enum Kind: String, Decodable { case long, short, longWithSingleDash }

      let kind: Kind
      let name: String

      var text: String { kind == .long ? "--\(name)" : "-\(name)" }
    }

    let kind: Kind
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    /// What the value has to be one of.
    let allValues: [String]?
    let abstract: String?
    let discussion: String?
    let isRepeating: Bool
    let shouldDisplay: Bool
  }

  let commandName: String
  let superCommands: [String]?
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool
  let subcommands: [CommandDescription]?
  let arguments: [Argument]?

  /// The program, with all that it can be told.
  static func program() throws -> CommandDescription {
    struct Description: Decodable { let command: CommandDescription }
    return try JSONDecoder().decode(Description.self, from: Data(Eigentop._dumpHelp().utf8)).command
  }

  /// As it is typed: `eigentop cache info`.
  var invocation: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

  /// What can be done with it, by name; those that are for its own use are left out.
  var visibleSubcommands: [CommandDescription] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// Itself, or where it does nothing by itself, those below it.
  var leaves: [CommandDescription] {
    visibleSubcommands.isEmpty ? [self] : visibleSubcommands.flatMap(\.leaves)
  }

  var visibleArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
}
