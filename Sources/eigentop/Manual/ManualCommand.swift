import ArgumentParser
import Dashboard

/// Prints the manual page, for whoever packages the program.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, in the markup of man(7).", shouldDisplay: false)

  func run() throws {
    let page = ManualPage(of: try CommandDescription.program(), keymap: .standard)
    for line in page.lines { print(line) }
  }
}
