import FileFixtures
import Glibc
import RunCatalog
import SystemPackage
import Testing

private let methods: [SurveyOptions] = [.prompt, .polling]

@Suite("Surveying trees")
struct TreeTests {
  @Test("Array files are found at any depth, in natural order, and nothing else is", arguments: methods)
  func order(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    let names = [
      "epoch_10/f.npy", "epoch_2/f.npy", "b2.npy", "b10.npy", "a.npy", "a.npz", "A.NPY", "npy", "z/y/x.npy",
    ]
    for name in names { try tree.directory.write(to: FilePath(name)) }
    let found = ["a.npy", "b2.npy", "b10.npy", "epoch_2/f.npy", "epoch_10/f.npy", "z/y/x.npy"]
    #expect(tree.changes(tree.rest()) == found.map { "found \($0)" })
  }

  @Test("A hidden root is surveyed, because it was asked for; a hidden link below it is not", arguments: methods)
  func hidden(options: SurveyOptions) throws {
    let elsewhere = try TemporaryDirectory()
    try elsewhere.write(to: "b.npy")
    let tree = try SurveyedTree(roots: [".cache"], options: options)
    try tree.directory.write(to: ".cache/a.npy")
    try tree.directory.link(".cache/.linked", to: elsewhere.path.string)
    #expect(tree.changes(tree.rest()) == ["found .cache/a.npy"])
  }

  @Test("A lattice of links with 2^40 ways through it is surveyed in 41 directories", arguments: methods)
  func lattice(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    for level in 0..<40 {
      try tree.directory.write(to: FilePath("d\(level)/a.npy"))
      try tree.directory.link(FilePath("d\(level)/x"), to: "../d\(level + 1)")
      try tree.directory.link(FilePath("d\(level)/y"), to: "../d\(level + 1)")
    }
    #expect(tree.changes(tree.rest()).count == 40)
  }

  @Test("Names that are not UTF-8 are found and can be opened", arguments: methods)
  func bytes(options: SurveyOptions) throws {
    let name: [CChar] = [CChar(bitPattern: 0xff), CChar(bitPattern: 0xe9)] + ".npy".utf8CString
    let component = try #require(
      name.withUnsafeBufferPointer { $0.baseAddress.flatMap(FilePath.init(platformString:)) })
    let tree = try SurveyedTree(options: options)
    let file = try tree.directory.write(to: FilePath("sub").pushing(component))
    tree.rest()
    #expect(Array(tree.files.keys) == [file])
    #expect(file.withPlatformString { access($0, R_OK) } == 0)
  }

  @Test("Paths are the root as given and what lies below it", arguments: [".", "sub/.."], methods)
  func asGiven(root: FilePath, options: SurveyOptions) throws {
    let tree = try SurveyedTree(roots: [root], options: options)
    try tree.directory.write(to: "sub/a.npy")
    tree.rest()
    #expect(Array(tree.files.keys) == [tree.root.appending("sub/a.npy")])
  }
}
