import Testing

@Suite("Package.swift")
struct ManifestTests {
  private static let systemModules: Set<String> = [
    "Dispatch", "Foundation", "FoundationXML", "Glibc", "Synchronization", "Testing", "RegexBuilder",
  ]

  @Test("Every target declares what it imports, and nothing else")
  func declaredIsImported() throws {
    let manifest = PackageManifest(try Repository.text("Package.swift"))
    #expect(manifest.targets.count > HouseModule.all.count)
    // Tests depend on programs in order to run them.
    let programs = Set(manifest.targets.filter { $0.kind == "executableTarget" }.map(\.name))
    for target in manifest.targets {
      let imported = try Repository.swiftFiles(below: target.path)
        .reduce(into: Set<String>()) { $0.formUnion($1.swift.imports) }
        .subtracting(Self.systemModules).subtracting([target.name])
      let run = target.kind == "testTarget" ? target.dependencies.intersection(programs) : []
      #expect(imported == target.dependencies.subtracting(run.subtracting(imported)), "\(target.name)")
    }
  }

  @Test("Targets, their places and their dependencies are read from text")
  func parsing() throws {
    let manifest = PackageManifest(
      """
      let filePaths = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
      let package = Package(
        name: "house", products: [.executable(name: "house", targets: ["house"])],
        targets: [
          .executableTarget(
            name: "house", dependencies: ["Roof", filePaths, .product(name: "Yams", package: "yams")],
            swiftSettings: strict),
          // .target(name: "Cellar"),
          .target(name: "Roof", exclude: ["tiles"]),
          .systemLibrary(name: "CGround"),
          .testTarget(name: "RoofTests", dependencies: ["Roof"]),
          .target(name: "Rain", path: "Tests/Rain"),
        ])
      """)
    #expect(manifest.targets.map(\.name) == ["house", "Roof", "CGround", "RoofTests", "Rain"])
    #expect(
      manifest.targets.map(\.path) == [
        "Sources/house", "Sources/Roof", "Sources/CGround", "Tests/RoofTests", "Tests/Rain",
      ])
    #expect(manifest.targets.map(\.dependencies) == [["Roof", "SystemPackage", "Yams"], [], [], ["Roof"], []])
  }
}
