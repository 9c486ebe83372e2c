import Foundation

/// Whether committed texts are to be written anew.
public var isRecordingSnapshots: Bool { ProcessInfo.processInfo.environment["EIGENTOP_RECORD_SNAPSHOTS"] != nil }

/// What was committed as a file beside that of a test. Where snapshots are recorded, `text` is written there first.
func committedText(_ text: String, _ path: String, beside testFile: String) throws -> String {
  let file = URL(filePath: testFile).deletingLastPathComponent().appending(path: path)
  if isRecordingSnapshots { try text.write(to: file, atomically: true, encoding: .utf8) }
  return try String(contentsOf: file, encoding: .utf8)
}
