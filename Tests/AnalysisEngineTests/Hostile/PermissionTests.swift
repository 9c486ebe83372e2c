import Analysis
import FileFixtures
import Glibc
import SystemPackage
import Testing

@Suite("What may not be read")
struct PermissionTests {
  // Root may read everything, and tests are often run by root. So this happens in a process that gives that up.
  @Test("is a failure where it is a dump or was named, a problem otherwise, and what may be read is analysed")
  func forbidden() async {
    await #expect(processExitsWith: .success) {
      let directory = try TemporaryDirectory()
      let sound = try directory.write(dump(), to: "sound.npy")
      let file = try directory.write(dump(), to: "file.npy")
      let closed = try directory.write(dump(), to: "closed/x.npy").removingLastComponent()
      for path in [file, closed] { #expect(path.withPlatformString { chmod($0, 0) } == 0) }
      let user = geteuid()
      if user == 0 {
        // Whatever the mask for new files is, the other user may read what the test does not forbid.
        for path in [directory.path, sound] { #expect(path.withPlatformString { chmod($0, 0o755) } == 0) }
        try #require(seteuid(65_534) == 0)
      }
      let below = await Session.run([directory.path])
      let named = await Session.run([closed, file, sound])
      #expect(seteuid(user) == 0)
      _ = closed.withPlatformString { chmod($0, 0o700) }

      let failure = AnalysisFailure(code: .unreadable, message: "Permission denied")
      #expect(below.record(of: file)?.failure == failure)
      #expect(below.problems == ["\(closed): Permission denied"])
      #expect(below.record(of: sound)?.summary != nil)
      #expect(named.finished.map(\.dump.path) == [closed, file, sound])
      #expect(named.finished.map(\.failure) == [failure, failure, nil])
    }
  }
}
