public import TerminalCells
import Foundation

extension CellBuffer {
  /// The text that was committed for this frame, `Snapshots/<name>.txt` beside the test's file, to be compared with
  /// `snapshot()`. Where `EIGENTOP_RECORD_SNAPSHOTS` is set it is written first.
  public func committedSnapshot(_ name: String, testFile: String = #filePath) throws -> String {
    let file = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Snapshots/\(name).txt")
    if ProcessInfo.processInfo.environment["EIGENTOP_RECORD_SNAPSHOTS"] != nil {
      try snapshot().write(to: file, atomically: true, encoding: .utf8)
    }
    return try String(contentsOf: file, encoding: .utf8)
  }
}
