import Analysis
import FileFixtures
import RunCatalog
import SystemPackage
import Testing

@Suite("Names of dumps among others")
struct DumpNamesTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("A dump is described by the names beside it, and anew when they come and go")
  func siblings() throws {
    var catalog = RunCatalog(root: directory.path)
    let files = try (1...2).map { try directory.write(to: FilePath("net/s\($0)/f_epoch_3.npy")) }
    catalog.insert(files[0])
    #expect(catalog.describe(files[0]).seed == nil)
    #expect(catalog.takeChangedDirectories() == [])
    catalog.insert(files[1])
    #expect(catalog.takeChangedDirectories() == [directory.path.appending("net").appending("s1")])
    let dumps = files.map { catalog.describe($0) }
    #expect(dumps.map(\.seed) == [1, 2])
    #expect(dumps.map(\.model.path) == ["net/s1/f", "net/s2/f"])
    #expect(Set(dumps.map(\.model.family)) == ["net/f"])
    catalog.remove(files[1])
    #expect(catalog.takeChangedDirectories() == [directory.path.appending("net").appending("s1")])
    #expect(catalog.describe(files[0]).seed == nil)
  }

  @Test("Words of a path are settings where they are assigned, and a metric of the log is none")
  func settings() throws {
    let file = try directory.write(to: "model=vit,amp=true,lr=0.1/epoch=3-quality=0.5.npy")
    try directory.write("epoch,quality\n3,0.51\n", to: "model=vit,amp=true,lr=0.1/metrics.csv")
    var catalog = RunCatalog(root: directory.path)
    let dump = catalog.describe(file)
    #expect(dump.hyperparameters == ["model": .text("vit"), "amp": .flag(true), "lr": .number(0.1)])
    #expect(dump.metrics["quality"]?.value == 0.51)
    #expect(dump.model.path == "model=vit,amp=true,lr=0.1")
    #expect(dump.checkpoint == Checkpoint(epoch: 3))
  }

  @Test("A checkpoint with a name has no moment")
  func named() throws {
    let file = try directory.write(to: "run/best.npy")
    var catalog = RunCatalog(root: directory.path)
    let dump = catalog.describe(file)
    #expect(dump.checkpoint == Checkpoint(moment: "best") && dump.run == "run")
  }
}
