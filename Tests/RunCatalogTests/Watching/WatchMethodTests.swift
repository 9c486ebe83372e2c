import Analysis
import FileFixtures
import Foundation
import SystemPackage
import Testing

@testable import RunCatalog

@Suite("How changes are noticed")
struct WatchMethodTests {
  private func methods(_ events: [SurveyEvent]) -> [WatchMethod] {
    events.compactMap { if case .method(_, let method) = $0 { method } else { nil } }
  }

  @Test("It is said first of all, and once")
  func told() throws {
    let tree = try SurveyedTree()
    let events = tree.rest() + tree.rest()
    #expect(events.first == .method(root: tree.root, .notifications))
    #expect(methods(events).count == 1)
  }

  @Test("Polling can be asked for, and finding nothing tells nothing")
  func asked() throws {
    let tree = try SurveyedTree(options: .polling)
    let method = WatchMethod.polling(pause: .zero ... .zero, reason: "asked for")
    #expect(tree.rest().first == .method(root: tree.root, method))
    for _ in 0..<10 { #expect(tree.next() == []) }
  }

  @Test("Where the kernel has no more watches the root is polled, and what was watched before is missed no more")
  func watchLimit() throws {
    let directory = try TemporaryDirectory()
    for run in 0..<5 { try directory.write("x", to: FilePath("\(run)/a.npy")) }
    let options = SurveyOptions(pollingPause: .zero ... .zero, holdOff: .zero)
    let above = directory.path.components.count
    let tree = try SurveyedTree(directory, options: options) { () throws(Errno) in
      try NotificationQueue(watchLimit: above + 3)
    }
    let told = methods(tree.rest())
    #expect(told.first == .notifications)
    guard case .polling(_, let reason) = told.last else {
      Issue.record("not polled: \(told)")
      return
    }
    #expect(reason.contains("sysctl fs.inotify.max_user_watches="))
    try directory.append(to: "0/a.npy")
    try directory.write("x", to: "4/b.npy")
    #expect(tree.changes(tree.rest()) == ["changed 0/a.npy", "found 4/b.npy"])
  }

  @Test("Where the kernel has no more queues every root is polled")
  func queueLimit() throws {
    let tree = try SurveyedTree(options: SurveyOptions(pollingPause: .zero ... .zero, holdOff: .zero)) {
      () throws(Errno) in throw .tooManyOpenFiles
    }
    guard case .polling(_, let reason) = methods(tree.rest()).first else {
      Issue.record("not polled")
      return
    }
    #expect(reason.contains("sysctl fs.inotify.max_user_instances="))
    try tree.directory.write("x", to: "a.npy")
    #expect(tree.changes(tree.rest()) == ["found a.npy"])
  }

  @Test(
    "The numbers of file systems are those of the kernel's header",
    .enabled(if: KernelHeader.exists, "needs <linux/magic.h>"))
  func numbers() throws {
    let numbers = try KernelHeader.fileSystemNumbers()
    for (name, macro) in [
      ("NFS", "NFS"), ("SMB", "SMB"), ("CIFS", "CIFS"), ("SMB2", "SMB2"), ("FUSE", "FUSE"), ("Ceph", "CEPH"),
      ("Coda", "CODA"), ("NCP", "NCP"), ("OCFS2", "OCFS2"),
    ] where numbers[macro + "_SUPER_MAGIC"] ?? numbers[macro + "_MAGIC_NUMBER"] != nil {
      let number = try #require(numbers[macro + "_SUPER_MAGIC"] ?? numbers[macro + "_MAGIC_NUMBER"])
      #expect(FileSystemType.names[number] == name)
    }
    #expect(FileSystemType.names[try #require(numbers["V9FS_MAGIC"])] == "9p")
    for local in ["EXT4_SUPER_MAGIC", "XFS_SUPER_MAGIC", "BTRFS_SUPER_MAGIC", "TMPFS_MAGIC", "OVERLAYFS_SUPER_MAGIC"] {
      #expect(FileSystemType.names[try #require(numbers[local])] == nil)
    }
    #expect(FileSystemType.withoutNotifications(at: "/proc") == nil)
  }
}

/// `<linux/magic.h>`.
private enum KernelHeader {
  static let path = "/usr/include/linux/magic.h"
  static var exists: Bool { FileManager.default.fileExists(atPath: path) }

  static func fileSystemNumbers() throws -> [String: Int64] {
    var numbers: [String: Int64] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard words.count >= 3, words[0] == "#define", words[2].hasPrefix("0x") else { continue }
      numbers[String(words[1])] = Int64(words[2].dropFirst(2), radix: 16)
    }
    return numbers
  }
}

@Suite("Polling pace")
struct PollingPaceTests {
  private static let bounds = Duration.seconds(2) ... .seconds(30)

  @Test("While nothing changes the pause doubles up to the longest; a change makes it the shortest")
  func doubling() {
    var pace = PollingPace(bounds: Self.bounds)
    var pauses = [pace.pause]
    for didChange in [false, false, false, false, false, true, false] {
      pace.finish(duration: .milliseconds(10), didChange: didChange)
      pauses.append(pace.pause)
    }
    #expect(pauses == [2, 4, 8, 16, 30, 30, 2, 4].map { .seconds($0) })
    #expect(pace.range == Self.bounds)
  }

  @Test("Looking takes a twentieth of the time at most", arguments: [0.05, 0.1, 0.11, 1, 3, 100])
  func share(seconds: Double) {
    let duration = Duration.seconds(seconds)
    var pace = PollingPace(bounds: Self.bounds)
    pace.finish(duration: duration, didChange: true)
    #expect(pace.pause >= duration * 20 && pace.pause >= .seconds(2))
    #expect(pace.pause == .seconds(2) || pace.pause < duration * 40)
    #expect(pace.range.lowerBound == pace.pause)
    for _ in 0..<10 { pace.finish(duration: duration, didChange: false) }
    #expect(pace.pause == max(.seconds(30), pace.range.lowerBound))
  }
}
