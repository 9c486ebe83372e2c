/// The map of the house: every module under `Sources`, how high it stands, and all that its files import.
///
/// A module imports only what stands lower, but for `Spectra`, which leans on `LinearAlgebra` and `Statistics` beside it. Who
/// changes an import changes this table, and `Package.swift` with it.
struct HouseModule: Sendable, CustomStringConvertible {
  let name: String
  /// 5 is the executable, 0 is C.
  let level: Int
  /// Modules of ours and of packages.
  let uses: Set<String>
  /// What comes with Swift and the system.
  let system: Set<String>

  init(_ name: String, level: Int, uses: Set<String> = [], system: Set<String> = []) {
    self.name = name
    self.level = level
    self.uses = uses
    self.system = system
  }

  var description: String { name }

  static let all = [
    HouseModule(
      "eigentop", level: 5,
      uses: [
        "Analysis", "AnalysisEngine", "AnalysisStore", "ChartCells", "ChartExport", "Charts", "Colors",
        "CursesTerminal",
        "Dashboard", "Figures", "Goldilocks", "LinearAlgebra", "RunCatalog", "Spectra", "TensorFiles",
        "TerminalCells", "WakeUps",
        "ArgumentParser", "SystemPackage", "TOMLKit",
      ],
      system: ["Dispatch", "Foundation", "Glibc", "Synchronization"]),

    HouseModule(
      "CursesTerminal", level: 4, uses: ["Colors", "TerminalCells", "WakeUps", "CNcurses", "CSignals"],
      system: ["Glibc"]),
    HouseModule(
      "Dashboard", level: 4,
      uses: [
        "Analysis", "ChartCells", "Charts", "Figures", "Goldilocks", "Spectra", "TerminalCells", "OrderedCollections",
        "SystemPackage",
      ],
      system: ["Foundation"]),
    HouseModule(
      "AnalysisEngine", level: 4,
      uses: [
        "Analysis", "AnalysisStore", "LinearAlgebra", "Naming", "RunCatalog", "Spectra", "TensorFiles", "CBackground",
        "SystemPackage",
      ],
      system: ["Foundation", "Synchronization"]),

    HouseModule(
      "ChartExport", level: 4, uses: ["Analysis", "Charts", "Figures", "TerminalCells", "CCairo"],
      system: ["Foundation"]),

    HouseModule("ChartCells", level: 3, uses: ["Charts", "TerminalCells"]),
    HouseModule(
      "Figures", level: 3, uses: ["Analysis", "Charts", "Goldilocks", "Naming", "Spectra", "Statistics"],
      system: ["Glibc"]),
    HouseModule(
      "RunCatalog", level: 3,
      uses: ["Analysis", "Naming", "TensorFiles", "WakeUps", "CFileSystem", "SwiftCSV", "SystemPackage", "Yams"],
      system: ["Glibc", "Synchronization"]),
    HouseModule(
      "AnalysisStore", level: 3,
      uses: ["Analysis", "LinearAlgebra", "Spectra", "TensorFiles", "CStoreFile", "GRDB", "SystemPackage"],
      system: ["Foundation", "Glibc", "Synchronization"]),

    HouseModule("TerminalCells", level: 2, uses: ["Colors", "CWideCharacters"]),
    HouseModule("Charts", level: 2, uses: ["Colors"], system: ["Glibc"]),
    HouseModule(
      "Analysis", level: 2, uses: ["LinearAlgebra", "Naming", "Spectra", "SystemPackage"],
      system: ["Foundation", "Glibc", "Synchronization"]),
    HouseModule("Goldilocks", level: 2, uses: ["Statistics"], system: ["Glibc"]),
    HouseModule("TensorFiles", level: 2, uses: ["LinearAlgebra", "CXXHash", "SystemPackage"], system: ["Glibc"]),

    HouseModule("Spectra", level: 1, uses: ["LinearAlgebra", "Statistics"], system: ["Glibc"]),
    HouseModule("Statistics", level: 1, system: ["Glibc"]),
    HouseModule("Colors", level: 1, system: ["Glibc"]),
    HouseModule("Naming", level: 1),
    HouseModule("WakeUps", level: 1, uses: ["CWakeUps", "SystemPackage"], system: ["Glibc"]),
    HouseModule("LinearAlgebra", level: 1, uses: ["COpenBLAS"]),

    HouseModule("CCairo", level: 0),
    HouseModule("CommitPlugin", level: 0, system: ["Foundation", "PackagePlugin"]),
    HouseModule("CNcurses", level: 0),
    HouseModule("COpenBLAS", level: 0),
    HouseModule("CSignals", level: 0),
    HouseModule("CBackground", level: 0),
    HouseModule("CFileSystem", level: 0),
    HouseModule("CStoreFile", level: 0),
    HouseModule("CXXHash", level: 0),
    HouseModule("CWakeUps", level: 0),
    HouseModule("CWideCharacters", level: 0),
  ]

  static func named(_ name: String) -> HouseModule? { all.first { $0.name == name } }
}
