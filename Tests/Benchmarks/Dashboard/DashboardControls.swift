import FileFixtures
import Foundation
import TerminalEmulation

/// The dashboard as it was built, and what it is compared with.
struct DashboardControls {
  /// Nil unless eigentop has been built beside this program.
  let eigentop: String?
  /// Paints a screen and waits for a key; nil without a C compiler or ncurses.
  let curses: CompiledControl?
  /// Echoes keys; nil without a C compiler.
  let echo: CompiledControl?

  static let sampleData = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "SampleData").path(percentEncoded: false)

  init(in directory: TemporaryDirectory) throws {
    let program = builtExecutable("eigentop")
    eigentop = FileManager.default.isExecutableFile(atPath: program) ? program : nil
    curses = try CompiledControl("curses", linking: ["ncursesw"], in: directory)
    echo = try CompiledControl("echo", in: directory)
  }
}
