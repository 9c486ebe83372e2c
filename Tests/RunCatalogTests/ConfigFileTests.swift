import Analysis
import FileFixtures
import SystemPackage
import Testing

@testable import RunCatalog

@Suite("Configurations of runs")
struct ConfigFileTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func config(_ text: String) throws -> ConfigFile {
    let path = try directory.write(text, to: "hparams.yaml")
    return try #require(try ConfigFile(path: path))
  }

  private func problem(_ text: String) throws -> CatalogProblem {
    let path = try directory.write(text, to: "hparams.yaml")
    let problem = try #require(throws: CatalogProblem.self) { try ConfigFile(path: path) }
    #expect(problem.path == path)
    return problem
  }

  @Test(
    "Scalars keep their kind; nested names are joined by dots; lists are wholes; nulls are left out; the seed is apart")
  func scalars() throws {
    let config = try config(
      """
      lr: 1e-06
      lambd: 0.004
      pdim: 128
      algorithm: barlow
      quoted: "0.5"
      amp: true
      norm: off
      absent: null
      empty:
      augs: [1, 2]
      optimizer:
        name: sgd
        momentum: {initial: .9, final: 0.99}
      diverged: nan
      seed: 7
      """)
    #expect(
      config.settings == [
        "lr": .number(1e-6), "lambd": .number(0.004), "pdim": .number(128), "algorithm": .text("barlow"),
        "quoted": .text("0.5"), "amp": .flag(true), "norm": .flag(false), "optimizer.name": .text("sgd"),
        "optimizer.momentum.initial": .number(0.9), "optimizer.momentum.final": .number(0.99),
        "diverged": .text("nan"), "augs": .text("[1, 2]"),
      ])
    #expect(config.seed == 7)
  }

  @Test("An empty file and one of comments hold no settings", arguments: ["", "# nothing\n", "---\n", "{}"])
  func empty(text: String) throws {
    #expect(try config(text).settings.isEmpty)
  }

  @Test("No file is no configuration and no problem")
  func missing() throws {
    #expect(try ConfigFile(path: directory.path.appending("hparams.yaml")) == nil)
  }

  @Test("Aliases are followed", arguments: ["base: &b {lr: 0.1}\ncopy: *b\n"])
  func aliases(text: String) throws {
    #expect(try config(text).settings == ["base.lr": .number(0.1), "copy.lr": .number(0.1)])
  }

  @Test(
    "Broken YAML is a problem that names the line",
    arguments: [
      ("lr: 1\nb: [1,\n", 3), ("a: 1\n\tb: 2\n", 2), ("- 1\n- 2\n", 1), ("text", 1),
      ("a: *b\n", 1),
    ])
  func broken(text: String, line: Int) throws {
    #expect(try problem(text).line == line)
  }

  @Test("Bytes that are not UTF-8 cost what they stand in and nothing else")
  func invalidBytes() throws {
    let path = try directory.write(Array("a: ".utf8) + [0xff, 0x0a] + Array("lr: 1\n".utf8), to: "hparams.yaml")
    #expect(try ConfigFile(path: path)?.settings["lr"] == .number(1))
  }

  @Test("An alias bomb is refused at once, in values and in keys", arguments: ["x: *a9", "? *a9\n: 1"])
  func bomb(use: String) throws {
    let levels = (1...9).map { level in
      "a\(level): &a\(level) [" + Array(repeating: level == 1 ? "x" : "*a\(level - 1)", count: 9).joined(separator: ",")
        + "]\n"
    }
    #expect(try problem(levels.joined() + use).reason.contains("alias"))
  }

  @Test("A key within keys within keys is refused before each of them reads it again")
  func nestedKeys() throws {
    #expect(
      try problem(String(repeating: "? ", count: 900) + "[" + String(repeating: "a,", count: 100_000) + "]").reason
        .contains("key"))
  }

  @Test("A few aliases that double each other in a key stay within what is followed")
  func smallBomb() throws {
    let levels = (1...8).map { "a\($0): &a\($0) [x, \($0 == 1 ? "x" : "*a\($0 - 1)")]\n" }
    #expect(try config(levels.joined() + "? *a8\n: 1\nlr: 2\n").settings["lr"] == .number(2))
  }

  @Test("Nesting deeper than any configuration is a problem", arguments: ["[", "{a: ", "- ", "? "])
  func deep(opening: String) throws {
    _ = try problem(String(repeating: opening, count: 20_000))
  }

  @Test("Too many values are a problem, and those before count")
  func many() throws {
    let config = try config((0...10_000).map { "k\($0): 1\n" }.joined())
    #expect(config.problem?.reason == "more than 10000 values" && config.settings["k99"] == .number(1))
  }

  @Test("Hundreds of aliases are followed where they are values, as Python's writer makes them")
  func manyAliases() throws {
    let entries = (0..<400).map { "layer\($0):\n  dtype: *id001\n  sizes:\n  - *id001\n" }
    let config = try config("base: &id001 {name: float32}\n" + entries.joined() + "lr: 0.1\n")
    #expect(config.settings["lr"] == .number(0.1) && config.settings["layer399.dtype.name"] == .text("float32"))
  }

  @Test("A tracker's wrappers are seen through, and its bookkeeping is left out")
  func wrapped() throws {
    let config = try config(
      """
      _wandb:
        value: {cli_version: 0.1}
      lr: {desc: null, value: 0.001}
      optimizer:
        desc: null
        value: {name: sgd}
      seed: {desc: null, value: 3}
      """)
    #expect(config.settings == ["lr": .number(0.001), "optimizer.name": .text("sgd")] && config.seed == 3)
  }

  @Test("Merged keys count where there are none of the own, a name given twice counts as the last, and this is told")
  func merged() throws {
    let merged = try config("base: &b {lr: 0.1, wd: 2}\nrun:\n  <<: *b\n  lr: 0.5\n")
    #expect(merged.settings["run.lr"] == .number(0.5) && merged.settings["run.wd"] == .number(2))
    let twice = try config("a: 1\nb:\n  c: 1\na: 2\nlr: 3\n")
    #expect(twice.settings == ["a": .number(2), "b.c": .number(1), "lr": .number(3)])
    #expect(twice.problem?.reason.contains("twice") == true)
  }

  @Test("Numbers of numpy and names of classes are read as PyYAML writes them")
  func python() throws {
    let config = try config(
      """
      act: !!python/name:torch.nn.modules.activation.GELU ''
      shape: !!python/tuple
      - 3
      - 224
      lr: !!python/object/apply:numpy._core.multiarray.scalar
      - &id001 !!python/object/apply:numpy.dtype
        args:
        - f8
        - false
        - true
        state: !!python/tuple
        - 3
        - <
        - null
        - null
        - null
        - -1
        - -1
        - 0
      - !!binary |
        AAAAAAAA4D8=
      momentum: !!python/object/apply:numpy._core.multiarray.scalar
      - *id001
      - !!binary |
        AAAAAAAA8D8=
      """)
    #expect(config.settings["act"] == .text("torch.nn.modules.activation.GELU"))
    #expect(config.settings["shape"] == .text("[3, 224]"))
    #expect(config.settings["lr"] == .number(0.5) && config.settings["momentum"] == .number(1))
  }

  @Test("JSON is read like YAML")
  func json() throws {
    #expect(
      try config(#"{"lr": 1e-3, "model": {"name": "vit", "dims": [1, 2]}, "amp": true}"#).settings == [
        "lr": .number(1e-3), "model.name": .text("vit"), "model.dims": .text("[1, 2]"), "amp": .flag(true),
      ])
  }

  @Test("Names that grow with the nesting are a problem before they fill the memory")
  func longNames() throws {
    let name = String(repeating: "k", count: 500)
    #expect(try config("{\(name): {\(name): 1}}").problem?.reason == "a name longer than 1000 bytes")
  }

  @Test("Files over the limit are not read")
  func large() throws {
    #expect(try problem(String(repeating: "#", count: 1 << 18 + 1)).reason.contains("at most 262144"))
  }
}
