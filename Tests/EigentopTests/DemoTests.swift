import FileFixtures
import Foundation
import Glibc
import TerminalEmulation
import Testing

@Suite("The demo")
struct DemoTests {
  private let temporary: TemporaryDirectory

  init() throws { temporary = try TemporaryDirectory() }

  @Test("trains in a directory of its own, which nobody else may enter, and leaves nothing behind")
  func quitting() throws {
    let session = try open()
    let name = try #require(temporary.names().first)
    #expect(name.hasPrefix("eigentop-demo-"))
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(temporary.path)/\(name)")
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    session.send("q")
    #expect(try session.waitUntilEnded() == .exited(0))
    #expect(try temporary.names().isEmpty)
  }

  @Test("leaves nothing behind when it is killed, however", arguments: [SIGHUP, SIGINT, SIGTERM, SIGKILL])
  func killed(signal: Int32) throws {
    let session = try open()
    session.signal(signal)
    #expect(try session.waitUntilEnded() == .killed(by: signal))
    try temporary.waitUntilEmpty()
  }

  /// A demo in the middle of its training.
  private func open() throws -> TerminalSession {
    let session = try TerminalSession(
      builtExecutable("eigentop"), arguments: ["demo", "--speed", "20"], environment: ["TMPDIR": temporary.path.string])
    try session.wait(for: "a result") { session.screenText.contains(where: isRowOfResult) }
    return session
  }
}

extension TemporaryDirectory {
  fileprivate func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path.string) }

  /// Waits until everything in it has been removed.
  fileprivate func waitUntilEmpty() throws {
    let queue = inotify_init1(Int32(IN_CLOEXEC))
    defer { close(queue) }
    try #require(inotify_add_watch(queue, path.string, UInt32(IN_DELETE)) >= 0)
    while try !names().isEmpty {
      var descriptor = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
      try #require(poll(&descriptor, 1, 180_000) == 1, "something is left")
      var events = [UInt8](repeating: 0, count: 4096)
      _ = Glibc.read(queue, &events, events.count)
    }
  }
}
