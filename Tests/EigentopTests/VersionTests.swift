import FileFixtures
import Foundation
import Testing

@testable import eigentop

@Suite("The version")
struct VersionTests {
  private let directory: TemporaryDirectory
  init() throws { directory = try TemporaryDirectory() }

  @Test("--version says it, with the commit where there is one")
  func printed() async throws {
    let run = try await Eigentop(["--version"], in: directory)
    #expect(run.output == "eigentop \(eigentop.Eigentop.versionWithCommit)\n" && run.status == 0)
    #expect(run.output.contains(/^eigentop \d+\.\d+\.\d+( \([0-9a-f]{7,}(, modified)?\))?\n$/))
  }

  private static let script = URL(fileURLWithPath: #filePath)
    .appending(path: "../../../Sources/CommitPlugin/name-commit.sh").standardized.path

  /// Runs a line of shell in the directory; $1 is what the plugin runs.
  @discardableResult
  private func shell(_ line: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-ec", line, "sh", Self.script]
    process.currentDirectoryURL = directory.url
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }

  private static let commit = "git -c user.name=n -c user.email=e commit -qm m"

  @Test("The commit of a clone and of a worktree, told from one with changes; nothing without a repository of its own")
  func commit() throws {
    try directory.write("a", to: "tree/Sources/file")
    try shell("sh \"$1\" tree tree.swift")
    #expect(try shell("cat tree.swift") == "let builtFromCommit: String? = nil\n")
    try shell("git init -q tree; cd tree; git add .; \(Self.commit); git worktree add -q ../other")
    let head = try shell("git -C tree rev-parse --short=7 HEAD").dropLast()
    for place in ["tree", "other"] {
      try shell("sh \"$1\" \(place) \(place).swift")
      #expect(try shell("cat \(place).swift") == "let builtFromCommit: String? = \"\(head)\"\n")
      // What a hook sets means another repository.
      try shell("GIT_DIR=/nowhere sh \"$1\" \(place) \(place).swift")
      #expect(try shell("cat \(place).swift") == "let builtFromCommit: String? = \"\(head)\"\n")
      try shell("echo b >\(place)/Sources/file; sh \"$1\" \(place) \(place).swift")
      #expect(try shell("cat \(place).swift") == "let builtFromCommit: String? = \"\(head), modified\"\n")
    }
    // Part of another repository, as an unpacked archive may be.
    try shell("mkdir tree/below; sh \"$1\" tree/below below.swift")
    #expect(try shell("cat below.swift") == "let builtFromCommit: String? = nil\n")
  }

  @Test("A text that is there already is not written again: nothing is compiled anew")
  func unchanged() throws {
    try directory.write("a", to: "tree/file")
    try shell("sh \"$1\" tree out.swift; touch -d @1000 out.swift; sh \"$1\" tree out.swift")
    #expect(try shell("stat -c %Y out.swift") == "1000\n")
  }
}
