import Testing

@Suite("Modules")
struct ModuleTests {
  /// What all Swift files of a module import.
  private func imports(below path: String) throws -> Set<String> {
    try Repository.swiftFiles(below: path).reduce(into: []) { $0.formUnion($1.swift.imports) }
  }

  @Test("The map shows every module there is")
  func complete() throws {
    #expect(try Repository.modules() == HouseModule.all.map(\.name).sorted())
  }

  @Test("A module imports what the map says, no more and no less", arguments: HouseModule.all)
  func imports(_ module: HouseModule) throws {
    #expect(try imports(below: "Sources/\(module.name)").subtracting([module.name]) == module.uses.union(module.system))
  }

  @Test("The architecture page tells level and imports as the map does", arguments: HouseModule.all)
  func told(_ module: HouseModule) throws {
    guard module.level > 0 else { return }
    let page = try Repository.text("Sources/eigentop/Documentation.docc/Architecture.md")
    let rows = page.split(separator: "\n").map { $0.split(separator: "|").map { $0.split(separator: " ") } }
    let row = try #require(rows.first { $0.count == 4 && $0[1] == ["`\(module.name)`"] })
    #expect(row[0] == ["\(module.level)"])
    let told = row[3].joined(separator: " ").matches(of: /`(\w+)`/).map { String($0.output.1) }
    let ours = module.uses.filter { HouseModule.named($0) != nil }
    // The executable's row names what it does not import.
    let expected =
      module.level == 5
      ? Set(HouseModule.all.filter { (1..<5).contains($0.level) }.map(\.name)).subtracting(ours) : ours
    #expect(Set(told) == expected)
  }

  @Test("Imports lead downwards, and those of Spectra sideways", arguments: HouseModule.all)
  func downwards(_ module: HouseModule) {
    let besides: [String: Set<String>] = ["Spectra": ["LinearAlgebra", "Statistics"]]
    let sideways = besides[module.name] ?? []
    for used in module.uses.subtracting(sideways).compactMap(HouseModule.named) {
      #expect(used.level < module.level, "\(module) uses \(used)")
    }
  }

  @Test(
    "A C library has one importing module",
    arguments: [
      ("CNcurses", "Sources/CursesTerminal"), ("CSignals", "Sources/CursesTerminal"),
      ("COpenBLAS", "Sources/LinearAlgebra"), ("CBackground", "Sources/AnalysisEngine"),
      ("CWideCharacters", "Sources/TerminalCells"), ("CStoreFile", "Sources/AnalysisStore"),
      ("CFileSystem", "Sources/RunCatalog"), ("CWakeUps", "Sources/WakeUps"),
      ("CVTerm", "Tests/TerminalEmulation"),
      ("CPseudoTerminal", "Tests/TerminalEmulation"),
    ])
  func oneImporter(_ library: String, _ importer: String) throws {
    // Benchmarks measure against the library itself.
    let files = try ["Sources", "Tests"].flatMap(Repository.swiftFiles).filter {
      !$0.path.hasPrefix("Tests/Benchmarks/")
    }
    let importing = files.filter { $0.swift.imports.contains(library) }
    #expect(Set(importing.map { $0.path.split(separator: "/").prefix(2).joined(separator: "/") }) == [importer])
  }

  @Test(
    "What has to stay small and pure does without Foundation",
    arguments: [
      "TerminalCells", "Charts", "ChartCells", "Figures", "LinearAlgebra", "Spectra", "TensorFiles", "RunCatalog",
      "Colors", "Statistics", "WakeUps", "CursesTerminal", "Dashboard/Model", "Dashboard/Update", "Dashboard/Keys",
    ])
  func noFoundation(_ directory: String) throws {
    let files = try Repository.swiftFiles(below: "Sources/\(directory)")
    #expect(!files.isEmpty)
    for file in files { #expect(!file.swift.imports.contains("Foundation"), "\(file.path)") }
  }
}
