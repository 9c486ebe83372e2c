import Analysis
import AnalysisEngine
import FileFixtures
import Foundation
import SystemPackage
import Testing

/// The engine tells of progress before it reads the next block, on the thread that reads: what a test does there
/// happens exactly between two blocks.
@Suite("Files that change under the analysis")
struct ChangingFileTests {
  let directory: TemporaryDirectory
  /// Three blocks of rows.
  let file: FilePath
  private static let bytes = dump(rows: 1100, columns: 4)

  init() throws {
    directory = try TemporaryDirectory()
    file = try directory.write(Self.bytes, to: "a.npy")
    try directory.write(dump(seed: 1), to: "b.npy")
  }

  /// Runs the engine and does `change` after this many rows of `file`.
  private func session(
    changingAfter rows: Int, _ change: @escaping @Sendable (FilePath) throws -> Void
  ) async -> Session {
    await Session.run([directory.path]) { [file] update in
      guard case .progressed(file, rows, _) = update else { return }
      #expect(throws: Never.self) { try change(file) }
    }
  }

  private func expectFailure(_ session: Session, _ code: AnalysisFailure.Code, _ message: String) {
    #expect(session.record(of: file)?.failure == AnalysisFailure(code: code, message: message))
    #expect(session.record(of: file)?.summary == nil)
    #expect(session.record(of: directory.path.appending("b.npy"))?.summary != nil)
  }

  @Test("A file that shrinks between two blocks fails, with the place where it ends now")
  func shrinks() async {
    let size = Self.bytes.count - 1000
    let session = await session(changingAfter: 512) { try resize($0, to: size) }
    expectFailure(session, .changed, "byte \(size): shrank while it was read")
  }

  @Test("A file that grows between two blocks fails: it is being written")
  func grows() async {
    let session = await session(changingAfter: 512) { try resize($0, to: Self.bytes.count + 1) }
    expectFailure(session, .changed, "was written to while it was read")
  }

  @Test("A file that is deleted or replaced between two blocks is analysed as it was", arguments: [false, true])
  func replaced(isReplaced: Bool) async throws {
    let untouched = await Session.run([file])
    let session = await session(changingAfter: 512) { file in
      try FileManager.default.removeItem(atPath: file.string)
      if isReplaced { try Data([1, 2, 3]).write(to: URL(filePath: file.string)) }
    }
    #expect(session.record(of: file)?.summary != nil)
    #expect(session.record(of: file)?.summary == untouched.record(of: file)?.summary)
  }

  @Test("A file that vanishes between being found and being analysed fails with the system's reason")
  func vanishes() async {
    let session = await session(changingAfter: 0) { try FileManager.default.removeItem(atPath: $0.string) }
    #expect(session.queued.first?.shape == FeatureShape(sampleCount: 1100, featureCount: 4, dataType: "int8"))
    expectFailure(session, .unreadable, "No such file or directory")
  }

  @Test("A file that becomes another between being found and being analysed is what it is then")
  func becomesAnother() async {
    let session = await session(changingAfter: 0) {
      try Data(dump(rows: 30, columns: 7)).write(to: URL(filePath: $0.string))
    }
    #expect(
      session.record(of: file)?.shape == FeatureShape(sampleCount: 30, featureCount: 7, dataType: "int8"))
    #expect(session.record(of: file)?.summary != nil)
  }

  @Test("A file that is overwritten by garbage before it is analysed fails")
  func becomesGarbage() async {
    let session = await session(changingAfter: 0) { try Data([1, 2, 3]).write(to: URL(filePath: $0.string)) }
    expectFailure(session, .notAnArray, "byte 0: does not begin as a .npy file does")
  }
}
