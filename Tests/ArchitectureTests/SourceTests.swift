import Testing

@Suite("Sources")
struct SourceTests {
  /// A clock, a file, the environment, another thread: what `update` and `render` must not reach for.
  private static var outerWorld: Regex<Substring> {
    #/
      \b (?: Date|fopen|getenv|setenv|print|readLine|clock_gettime|time ) \(
      | \b open\( \s* [^)\s]
      | \b (?: ContinuousClock|SuspendingClock|ProcessInfo|CommandLine|UserDefaults ) \b
      | \b (?: FileManager|FileHandle|FileDescriptor|URLSession ) \b
      | \b (?: DispatchQueue|DispatchTime|Thread|RunLoop|Task|async|await ) \b
    /#
  }

  /// What ends the program where data does not suit it.
  private static var trap: Regex<Substring> {
    /\btry!|\bas!|\bfatalError\(|[\w)\]]!(?!=)/
  }

  /// What makes the bytes of a file memory, which another process can take away.
  private static var mapping: Regex<Substring> { /\bmmap\(|\balwaysMapped\b|\bmappedIfSafe\b/ }

  private static var reminder: Regex<Substring> { /\b(?:TODO|FIXME|XXX)\b/ }

  @Test("The dashboard knows no clock, no file, no environment and no other thread")
  func pure() throws {
    for file in try Repository.swiftFiles(below: "Sources/Dashboard") {
      #expect(file.swift.lines(matching: Self.outerWorld).isEmpty, "\(file.path)")
    }
  }

  @Test("No data can trap: nothing is forced")
  func nothingForced() throws {
    for file in try Repository.swiftFiles(below: "Sources") {
      #expect(file.swift.lines(matching: Self.trap).isEmpty, "\(file.path)")
    }
  }

  @Test("No file is mapped into memory")
  func nothingMapped() throws {
    for file in try Repository.swiftFiles(below: "Sources") {
      #expect(file.swift.lines(matching: Self.mapping).isEmpty, "\(file.path)")
    }
  }

  @Test("Nothing is left for later")
  func noReminders() throws {
    for file in try Repository.swiftFiles(below: "Sources") {
      let reminders = file.text.matches(of: Self.reminder.wordBoundaryKind(.simple)).map(\.output)
      #expect(reminders.isEmpty, "\(file.path)")
    }
  }

  @Test("A file is read in one sitting: 400 lines at most", arguments: ["Sources", "Tests"])
  func fileLength(_ directory: String) throws {
    for file in try Repository.swiftFiles(below: directory) {
      #expect(file.lineCount <= 400, "\(file.path)")
    }
  }

  @Test("A folder shows what is in it: thirty source files at most", arguments: ["Sources", "Tests"])
  func folderSize(_ directory: String) throws {
    let files = try Repository.swiftFiles(below: directory)
    for (folder, files) in Dictionary(grouping: files, by: { $0.path.split(separator: "/").dropLast() }) {
      #expect(files.count <= 30, "\(folder.joined(separator: "/"))")
    }
  }

  @Test(
    "The outer world is recognised",
    arguments: [
      "let now = Date()", "ProcessInfo.processInfo.environment", "FileManager.default", "getenv(\"HOME\")",
      "let file = open(path, O_RDONLY)", "fopen(name, mode)", "Task { work() }", "DispatchQueue.main", "await engine",
      "ContinuousClock.now",
    ])
  func recognisesTheWorld(_ line: String) {
    #expect(!SwiftText(line).lines(matching: Self.outerWorld).isEmpty)
    #expect(SwiftText("// \(line)").lines(matching: Self.outerWorld).isEmpty)
  }

  @Test("Opening a screen is not opening a file", arguments: ["case .open: open()", "mutating func open() {"])
  func sparesTheInnocent(_ line: String) {
    #expect(SwiftText(line).lines(matching: Self.outerWorld).isEmpty)
  }

  @Test(
    "What is forced is recognised",
    arguments: ["try! work()", "x as! Int", "fatalError(\"no\")", "let a = b!", "f(x!)", "a[0]!.c", "var w: Window!"])
  func recognisesForce(_ line: String) {
    #expect(!SwiftText(line).lines(matching: Self.trap).isEmpty)
  }

  @Test("Negations and comparisons are not forced", arguments: ["if !isOpen { }", "a != b", "f(!x)", "[1] != c"])
  func sparesNegations(_ line: String) {
    #expect(SwiftText(line).lines(matching: Self.trap).isEmpty)
  }
}
