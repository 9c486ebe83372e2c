import Analysis
import FileFixtures
import Glibc
import SystemPackage
import Testing

@Suite("Files that are not what they claim to be")
struct HostileFileTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  struct HostileFile: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let code: AnalysisFailure.Code
    /// Place and reason, as people read them.
    let message: String

    init(_ description: String, _ bytes: [UInt8], _ code: AnalysisFailure.Code, _ message: String) {
      testDescription = description
      self.bytes = bytes
      self.code = code
      self.message = message
    }
  }

  static let hostileFiles = [
    HostileFile("nothing", [], .truncated, "byte 0: ends within the header"),
    HostileFile(
      "a zip archive", Array("PK\u{3}\u{4}".utf8), .notAnArray, "byte 0: does not begin as a .npy file does"),
    HostileFile(
      "10¹² rows", npy("<f4", [1_000_000_000_000, 512], []), .truncated,
      "byte 85: 1000000000000 rows promised, 0 there"),
    HostileFile(
      "a negative length", npy("<f4", [4, -4], []), .badHeader, "byte 10: shape holds what is not a length"),
    HostileFile(
      "more bytes than 63 bits can count", npy("<f8", [1 << 40, 1 << 40], []), .badHeader,
      "byte 10: shape is larger than any file"),
    HostileFile(
      "a header of 2 GiB",
      Array(npy("").prefix(6)) + [2, 0, 0, 0, 0, 0x80] + [UInt8](repeating: 32, count: 188),
      .badHeader, "byte 8: a header of 2147483648 bytes; at most 65524 are read"),
    HostileFile("one row", npy("|i1", [1, 3], [1, 2, 3]), .oneRow, "one row; a covariance needs at least two"),
    HostileFile(
      "one column", npy("|i1", [3, 1], [1, 2, 3]), .oneColumn, "one column; a spectrum needs at least two"),
    HostileFile("no rows", npy("|i1", [0, 3], []), .empty, "no elements: an axis of length 0"),
  ]

  @Test(
    "The record names the file, the place and the reason, and the file beside it is analysed", arguments: hostileFiles)
  func refused(file: HostileFile) async throws {
    let path = try directory.write(file.bytes, to: "hostile.npy")
    let sound = try directory.write(dump(), to: "sound.npy")
    let session = await Session.run([directory.path])
    let failure = AnalysisFailure(code: file.code, message: file.message)
    #expect(session.finished.map(\.dump.path) == [path, sound])
    #expect(session.record(of: path)?.failure == failure)
    #expect(session.record(of: sound)?.summary != nil)
  }

  @Test("Program text in a header is refused where it stands, and not run")
  func executable() async throws {
    let witness = directory.path.appending("witness")
    let call = "__import__('os').system('touch \(witness)')"
    let asShape = "{'descr': '<f4', 'fortran_order': False, 'shape': \(call)}"
    let asHeader = try directory.write(npy(call), to: "a.npy")
    let inside = try directory.write(npy(asShape), to: "b.npy")
    let sound = try directory.write(dump(), to: "sound.npy")
    let session = await Session.run([directory.path])
    let failures = [asHeader, inside].map { session.record(of: $0)?.failure }
    #expect(
      failures == [
        AnalysisFailure(code: .badHeader, message: "byte 10: a value expected"),
        AnalysisFailure(
          code: .badHeader, message: "byte \(10 + asShape.utf8.count - call.utf8.count - 1): a value expected"),
      ])
    #expect(witness.withPlatformString { access($0, F_OK) } != 0)
    #expect(session.record(of: sound)?.summary != nil)
  }

  @Test("A directory named like a dump is a directory, found or named")
  func directoryNamedLikeADump() async throws {
    let inside = try directory.write(dump(), to: "x.npy/y.npy")
    for root in [directory.path, inside.removingLastComponent()] {
      #expect(await Session.run([root]).finished.map(\.dump.path) == [inside])
    }
    try directory.write("", to: "empty.npy/README")
    #expect(await Session.run([directory.path.appending("empty.npy")]).updates == [.discovered, .idle])
  }

  @Test("A link that leads nowhere, or round in a circle, is passed over below a directory and fails when it is named")
  func links() async throws {
    let sound = try directory.write(dump(), to: "sound.npy")
    let links = ["ring.npy", "nowhere.npy"].map { directory.path.appending($0) }
    for (link, target) in zip(links, ["ring.npy", "gone.npy"]) {
      try #require(link.withPlatformString { symlink(target, $0) } == 0)
    }
    try #require(directory.path.appending("self").withPlatformString { symlink(".", $0) } == 0)
    #expect(await Session.run([directory.path]).finished.map(\.dump.path) == [sound])
    let named = await Session.run(links)
    #expect(named.finished.map(\.dump.path) == links)
    #expect(
      named.finished.map(\.failure?.message) == ["Too many levels of symbolic links", "No such file or directory"])
  }
}
