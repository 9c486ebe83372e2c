public import TerminalCells

extension CellBuffer {
  /// The text that was committed for this frame, `Snapshots/<name>.txt` beside the test's file, to be compared with
  /// `snapshot()`. Where `EIGENTOP_RECORD_SNAPSHOTS` is set it is written first.
  public func committedSnapshot(_ name: String, testFile: String = #filePath) throws -> String {
    try committedText(snapshot(), "Snapshots/\(name).txt", beside: testFile)
  }
}
