import Glibc
import RunCatalog
import SystemPackage
import Testing

@Suite("Walking a directory")
struct DirectoryWalkTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// What the walk finds, relative to the root; a problem as `problem: reason`.
  private func walk(_ root: FilePath? = nil) -> [String] {
    let root = root ?? directory.path
    return DirectoryWalk(root: root).map { element in
      switch element {
      case .file(var path): path.removePrefix(root) ? path.string : "not below the root: \(path)"
      case .problem(let problem): "problem: \(problem.reason)"
      }
    }
  }

  @Test("Array files are found at any depth, in natural order, and nothing else is")
  func order() throws {
    for name in ["epoch_10/f.npy", "epoch_2/f.npy", "b2.npy", "b10.npy", "a.npy", "a.npz", "A.NPY", "npy", "z/y/x.npy"]
    {
      try directory.write(to: FilePath(name))
    }
    try directory.makeDirectory("c.npy")
    #expect(walk() == ["a.npy", "b2.npy", "b10.npy", "epoch_2/f.npy", "epoch_10/f.npy", "z/y/x.npy"])
  }

  @Test("Hidden directories are skipped, hidden files are not")
  func hidden() throws {
    try directory.write(to: ".cache/a.npy")
    try directory.write(to: "run/.git/a.npy")
    try directory.write(to: ".b.npy")
    try directory.link(".linked", to: "run")
    #expect(walk() == [".b.npy"])
  }

  @Test("A hidden root is walked, because it was asked for")
  func hiddenRoot() throws {
    try directory.write(to: ".cache/a.npy")
    #expect(walk(directory.path.appending(".cache")) == ["a.npy"])
  }

  @Test("Loops of symbolic links end, and every directory is listed once, by its own name if it has one below the root")
  func loops() throws {
    try directory.write(to: "run/a.npy")
    try directory.link("a_link", to: "run")
    try directory.link("run/up", to: "..")
    try directory.link("run/self", to: ".")
    try directory.link("run/ring", to: "ring")
    #expect(walk() == ["run/a.npy"])
  }

  @Test(
    "Links to files and directories elsewhere are followed, after what lies below the root; dangling ones are skipped")
  func links() throws {
    let elsewhere = try TemporaryDirectory()
    try elsewhere.write(to: "run/a.npy")
    try elsewhere.link("run/back", to: directory.path.string)
    try directory.write(to: "z.npy")
    try directory.link("b.npy", to: elsewhere.path.appending("run/a.npy").string)
    try directory.link("c", to: elsewhere.path.appending("run").string)
    try directory.link("d.npy", to: "nowhere")
    #expect(walk() == ["b.npy", "z.npy", "c/a.npy"])
  }

  @Test("A lattice of links with 2^40 paths through it is walked in 41 directories")
  func lattice() throws {
    for level in 0..<40 {
      try directory.write(to: FilePath("d\(level)/a.npy"))
      try directory.link(FilePath("d\(level)/x"), to: "../d\(level + 1)")
      try directory.link(FilePath("d\(level)/y"), to: "../d\(level + 1)")
    }
    #expect(walk().count == 40)
  }

  @Test("Names that are not UTF-8 are found and can be opened")
  func bytes() throws {
    let name: [CChar] = [CChar(bitPattern: 0xff), CChar(bitPattern: 0xe9)] + ".npy".utf8CString
    let component = try #require(
      name.withUnsafeBufferPointer { $0.baseAddress.flatMap(FilePath.init(platformString:)) })
    let file = try directory.write(to: FilePath("sub").pushing(component))
    #expect(Array(DirectoryWalk(root: directory.path)) == [.file(file)])
    #expect(file.withPlatformString { access($0, R_OK) } == 0)
  }

  @Test("Paths are the root as given and what lies below it", arguments: [".", "./", "sub/.."])
  func asGiven(suffix: String) throws {
    try directory.write(to: "sub/a.npy")
    let root = FilePath(directory.path.string + "/" + suffix)
    #expect(Array(DirectoryWalk(root: root)) == [.file(root.appending("sub/a.npy"))])
  }

  @Test("Neither pipes nor directories called .npy are files")
  func pipes() throws {
    let pipe = directory.path.appending("p.npy")
    try #require(pipe.withPlatformString { mkfifo($0, 0o600) } == 0)
    try directory.link("q.npy", to: "p.npy")
    #expect(walk() == [])
  }

  @Test("A root that is missing or a file is a problem")
  func badRoot() throws {
    try directory.write(to: "a.npy")
    #expect(walk(directory.path.appending("missing")) == ["problem: No such file or directory"])
    #expect(walk(directory.path.appending("a.npy")) == ["problem: Not a directory"])
  }

  @Test("An unreadable directory is a problem, and the walk goes on", .enabled(if: geteuid() != 0))
  func unreadable() throws {
    let closed = try directory.makeDirectory("closed")
    try directory.write(to: "open/a.npy")
    _ = closed.withPlatformString { chmod($0, 0) }
    defer { _ = closed.withPlatformString { chmod($0, 0o700) } }
    #expect(walk() == ["problem: Permission denied", "open/a.npy"])
  }

  @Test("A path too long for the system is a problem, and the walk goes on")
  func tooLong() throws {
    // Built from the inside of each directory, because the whole path cannot be named.
    let component = String(repeating: "d", count: 250)
    var level = try FileDescriptor.open(directory.path, .readOnly, options: .directory)
    for _ in 0..<20 {
      try #require(mkdirat(level.rawValue, component, 0o755) == 0)
      let next = openat(level.rawValue, component, O_RDONLY | O_DIRECTORY)
      try level.close()
      level = FileDescriptor(rawValue: next)
    }
    try level.close()
    try directory.write(to: "z.npy")
    #expect(walk() == ["problem: File name too long", "z.npy"])
  }

  @Test("Directories not reached yet are not opened: a caller can stop at the first file")
  func lazy() throws {
    try directory.write(to: "a/1.npy")
    try directory.write(to: "b/2.npy")
    var walk = DirectoryWalk(root: directory.path)
    #expect(walk.next() == .file(directory.path.appending("a/1.npy")))
    try directory.write(to: "b/3.npy")
    #expect(walk.next() == .file(directory.path.appending("b/2.npy")))
    #expect(walk.next() == .file(directory.path.appending("b/3.npy")))
    #expect(walk.next() == nil)
    #expect(walk.next() == nil)
  }

  @Test("Walking changes nothing in the directory")
  func untouched() throws {
    try directory.write(to: "a/1.npy")
    var before = stat()
    var after = stat()
    _ = directory.path.withPlatformString { lstat($0, &before) }
    _ = walk()
    _ = directory.path.withPlatformString { lstat($0, &after) }
    #expect(before.st_mtim.tv_nsec == after.st_mtim.tv_nsec && before.st_ctim.tv_nsec == after.st_ctim.tv_nsec)
  }
}
