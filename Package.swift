// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode (the tools version's default) and no warnings.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let filePaths = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "eigentop",
  products: [
    .executable(name: "eigentop", targets: ["eigentop"]),
    .library(name: "Spectra", targets: ["Spectra"]),
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.7.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // 5: the executable
    .executableTarget(
      name: "eigentop",
      dependencies: [
        "Analysis", "AnalysisEngine", "AnalysisStore", "ChartCells", "ChartExport", "Charts", "Colors",
        "CursesTerminal", "Dashboard", "Figures", "Goldilocks", "LinearAlgebra", "RunCatalog", "Spectra",
        "TensorFiles", "TerminalCells", "WakeUps", filePaths,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      exclude: ["Packaging", "Python", "Schemas"], swiftSettings: strict, plugins: ["CommitPlugin"]),
    .plugin(
      name: "CommitPlugin", capability: .buildTool(), path: "Sources/CommitPlugin", exclude: ["name-commit.sh"]),

    // 4: what the executable composes
    .target(
      name: "CursesTerminal", dependencies: ["Colors", "TerminalCells", "WakeUps", "CNcurses", "CSignals"],
      swiftSettings: strict),
    .target(
      name: "Dashboard",
      dependencies: [
        "Analysis", "ChartCells", "Charts", "Figures", "Goldilocks", "Spectra", "TerminalCells", filePaths,
        .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(
      name: "AnalysisEngine",
      dependencies: [
        "Analysis", "AnalysisStore", "LinearAlgebra", "Naming", "RunCatalog", "Spectra", "TensorFiles", "CBackground",
        filePaths,
      ],
      swiftSettings: strict),

    .target(
      name: "ChartExport", dependencies: ["Analysis", "Charts", "Figures", "TerminalCells", "CCairo"],
      exclude: ["chart.schema.json"], swiftSettings: strict),

    // 3: figures, their cells, and what is on disk
    .target(name: "ChartCells", dependencies: ["Charts", "TerminalCells"], swiftSettings: strict),
    .target(
      name: "Figures", dependencies: ["Analysis", "Charts", "Goldilocks", "Naming", "Spectra", "Statistics"],
      swiftSettings: strict),
    .target(
      name: "AnalysisStore",
      dependencies: [
        "Analysis", "LinearAlgebra", "Spectra", "TensorFiles", "CStoreFile", filePaths,
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "RunCatalog",
      dependencies: [
        "Analysis", "Naming", "TensorFiles", "WakeUps", "CFileSystem", filePaths,
        .product(name: "SwiftCSV", package: "SwiftCSV"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),

    // 2: values and readers
    .target(name: "TerminalCells", dependencies: ["Colors", "CWideCharacters"], swiftSettings: strict),
    .target(name: "Charts", dependencies: ["Colors"], swiftSettings: strict),
    .target(
      name: "Analysis", dependencies: ["LinearAlgebra", "Naming", "Spectra", filePaths],
      exclude: [
        "Probe/probe-record.schema.json", "analysis-record.schema.json", "barlow-twins.schema.json",
        "sampling-bias.schema.json", "simulation.schema.json",
      ],
      swiftSettings: strict),
    .target(name: "Goldilocks", dependencies: ["Statistics"], swiftSettings: strict),
    .target(name: "TensorFiles", dependencies: ["LinearAlgebra", "CXXHash", filePaths], swiftSettings: strict),

    // 1: mathematics, what names mean, and what others stand on
    .target(name: "Colors", swiftSettings: strict),
    .target(name: "Naming", swiftSettings: strict),
    .target(name: "WakeUps", dependencies: ["CWakeUps", filePaths], swiftSettings: strict),
    .target(name: "Spectra", dependencies: ["LinearAlgebra", "Statistics"], swiftSettings: strict),
    .target(name: "Statistics", swiftSettings: strict),
    .target(name: "LinearAlgebra", dependencies: ["COpenBLAS"], swiftSettings: strict),

    // 0: C
    .systemLibrary(name: "CCairo"),
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "COpenBLAS"),
    .systemLibrary(name: "CXXHash"),
    .target(name: "CSignals"),
    .target(name: "CBackground"),
    .target(name: "CFileSystem"),
    .target(name: "CStoreFile", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(name: "CWakeUps"),
    .target(name: "CWideCharacters"),

    // What the tests stand on: seeded numbers, files, committed frames, and a terminal that can be looked at
    .target(name: "NumericalTesting", path: "Tests/NumericalTesting", swiftSettings: strict),
    .target(name: "FileFixtures", dependencies: [filePaths], path: "Tests/FileFixtures", swiftSettings: strict),
    .target(name: "SchemaValidation", path: "Tests/SchemaValidation", swiftSettings: strict),
    .target(
      name: "FrameSnapshots", dependencies: ["TerminalCells"], path: "Tests/FrameSnapshots", swiftSettings: strict),
    .target(
      name: "DashboardFixtures",
      dependencies: ["Analysis", "ChartCells", "Dashboard", "NumericalTesting", "Spectra", "TerminalCells", filePaths],
      path: "Tests/DashboardFixtures", swiftSettings: strict),
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm"),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(name: "CAllocationCount", path: "Tests/CAllocationCount"),
    .target(name: "CPermissions", path: "Tests/CPermissions"),
    .target(
      name: "TerminalEmulation", dependencies: ["CPseudoTerminal", "CVTerm"], path: "Tests/TerminalEmulation",
      swiftSettings: strict),
    .executableTarget(
      name: "TerminalFixture", dependencies: ["CursesTerminal", "TerminalCells", "WakeUps"],
      path: "Tests/Fixtures/TerminalFixture", swiftSettings: strict),

    .executableTarget(
      name: "StoreFixture", dependencies: ["AnalysisStore", "StoreExamples", filePaths],
      path: "Tests/Fixtures/StoreFixture", swiftSettings: strict),
    .target(
      name: "StoreExamples",
      dependencies: [
        "Analysis", "AnalysisStore", "LinearAlgebra", "NumericalTesting", "Spectra", "TensorFiles", filePaths,
      ],
      path: "Tests/StoreExamples", swiftSettings: strict),

    // What the documentation of Spectra shows
    .executableTarget(
      name: "SpectraExample", dependencies: ["LinearAlgebra", "Spectra"], path: "Tests/Examples/SpectraExample",
      swiftSettings: strict),

    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "CAllocationCount", "COpenBLAS", "ChartCells", "Dashboard", "DashboardFixtures",
        "FileFixtures", "LinearAlgebra", "NumericalTesting", "Spectra", "TensorFiles", "TerminalCells",
        "TerminalEmulation", filePaths, .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Benchmarks", exclude: ["Controls"], swiftSettings: strict),

    .executableTarget(
      name: "IntervalCoverage", dependencies: ["LinearAlgebra", "NumericalTesting", "Spectra"],
      path: "Tests/IntervalCoverage", swiftSettings: strict),

    .executableTarget(
      name: "HeaderFuzzer", dependencies: ["TensorFiles", filePaths], path: "Tests/Fuzzing/HeaderFuzzer",
      exclude: ["Corpus"], swiftSettings: strict),
    .executableTarget(
      name: "SessionFuzzer", dependencies: ["ChartCells", "DashboardFixtures"], path: "Tests/Fuzzing/SessionFuzzer",
      swiftSettings: strict),

    // Tests, a target for each of the above
    .testTarget(
      name: "LinearAlgebraTests", dependencies: ["LinearAlgebra", "NumericalTesting"], swiftSettings: strict),
    .testTarget(
      name: "SpectraTests", dependencies: ["LinearAlgebra", "NumericalTesting", "Spectra"], exclude: ["Reference"],
      swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests",
      dependencies: ["Analysis", "LinearAlgebra", "NumericalTesting", "SchemaValidation", "Spectra", filePaths],
      swiftSettings: strict),
    .testTarget(
      name: "GoldilocksTests", dependencies: ["Goldilocks", "NumericalTesting", "Statistics"], exclude: ["Reference"],
      swiftSettings: strict),
    .testTarget(name: "StatisticsTests", dependencies: ["NumericalTesting", "Statistics"], swiftSettings: strict),
    .testTarget(
      name: "TensorFilesTests",
      dependencies: ["FileFixtures", "LinearAlgebra", "NumericalTesting", "TensorFiles", filePaths],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(name: "NamingTests", dependencies: ["Naming"], swiftSettings: strict),
    .testTarget(
      name: "RunCatalogTests",
      dependencies: [
        "Analysis", "CPermissions", "FileFixtures", "NumericalTesting", "RunCatalog", "TensorFiles", filePaths,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AnalysisEngineTests",
      dependencies: [
        "Analysis", "AnalysisEngine", "AnalysisStore", "CPermissions", "Figures", "FileFixtures", "LinearAlgebra",
        "NumericalTesting", "RunCatalog", "Spectra", "TensorFiles", filePaths,
      ],
      exclude: ["Reference"], swiftSettings: strict),
    .testTarget(
      name: "AnalysisStoreTests",
      dependencies: [
        "Analysis", "AnalysisStore", "FileFixtures", "LinearAlgebra", "NumericalTesting", "Spectra", "StoreExamples",
        "StoreFixture", "TensorFiles", "TerminalEmulation", filePaths,
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "NumericalTesting"], swiftSettings: strict),
    .testTarget(name: "ColorsTests", dependencies: ["Colors"], exclude: ["Reference"], swiftSettings: strict),
    .testTarget(
      name: "ChartCellsTests",
      dependencies: ["ChartCells", "Charts", "FrameSnapshots", "NumericalTesting", "TerminalCells"],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "ChartExportTests",
      dependencies: [
        "ChartExport", "Charts", "Figures", "FileFixtures", "SchemaValidation", "TerminalCells", "TerminalEmulation",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "FiguresTests",
      dependencies: [
        "Analysis", "Charts", "DashboardFixtures", "Figures", "Goldilocks", "LinearAlgebra", "Spectra", filePaths,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalCellsTests", dependencies: ["FrameSnapshots", "NumericalTesting", "TerminalCells"],
      swiftSettings: strict),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "Analysis", "CAllocationCount", "ChartCells", "Charts", "Dashboard", "DashboardFixtures", "Figures",
        "Goldilocks",
        "FrameSnapshots", "LinearAlgebra", "NumericalTesting", "Spectra", "TerminalCells", filePaths,
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "CursesTerminalTests",
      dependencies: ["CursesTerminal", "TerminalCells", "TerminalEmulation", "TerminalFixture", "WakeUps"],
      swiftSettings: strict),
    .testTarget(name: "WakeUpsTests", dependencies: ["WakeUps"], swiftSettings: strict),
    .testTarget(
      name: "EigentopTests",
      dependencies: [
        "AnalysisEngine", "AnalysisStore", "ChartCells", "Charts", "Colors", "Dashboard",
        "DashboardFixtures", "Figures", "FileFixtures", "FrameSnapshots", "SchemaValidation", "Spectra",
        "SpectraExample", "StoreExamples",
        "TerminalCells", "TerminalEmulation", "WakeUps", "eigentop", filePaths,
      ],
      exclude: ["Reference", "Snapshots", "Training"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ]
)
