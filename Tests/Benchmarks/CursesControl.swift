import Foundation

/// A C program that opens ncurses, paints the screen once, says so as eigentop does, and waits for a key: less than this
/// no dashboard can take to its first frame.
final class CursesControl {
  private let directory: URL
  var executable: String { directory.appending(path: "control").path(percentEncoded: false) }

  private static let source = """
    #include <curses.h>
    #include <locale.h>
    #include <stdio.h>
    #include <stdlib.h>

    int main(void) {
      setlocale(LC_ALL, "");
      initscr();
      for (int row = 0; row < LINES; row++) mvhline(row, 0, 'a' + row % 26, COLS);
      refresh();
      dprintf(atoi(getenv("EIGENTOP_TRACE")), "frame=1\\n");
      getch();
      endwin();
    }
    """

  /// Compiles it with the system's `cc`; nil where there is none, or no ncurses for it.
  init?() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    try Data(Self.source.utf8).write(to: directory.appending(path: "control.c"))
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments = ["cc", "-O2", "-o", "control", "control.c", "-lncursesw"]
    compiler.currentDirectoryURL = directory
    compiler.standardError = FileHandle.nullDevice
    try compiler.run()
    compiler.waitUntilExit()
    guard compiler.terminationStatus == 0 else { return nil }
  }

  deinit { try? FileManager.default.removeItem(at: directory) }
}
