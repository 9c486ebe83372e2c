import FileFixtures
import RunCatalog
import SystemPackage
import Testing

@Suite("Where labels are")
struct LabelFileTests {
  private let directory: TemporaryDirectory
  private let dump: FilePath

  init() throws {
    directory = try TemporaryDirectory()
    dump = try directory.write(to: "sweep/run/feats_epoch_8.npy")
  }

  @Test("There may be none")
  func none() throws {
    try directory.write(to: "sweep/run/feats_epoch_9_labels.npy")
    try directory.makeDirectory("sweep/run/labels.npy")
    #expect(LabelFile.beside(dump) == nil)
  }

  @Test("The dump's own come before those of its directory, and these before those above")
  func order() throws {
    var found: [FilePath] = []
    for name: FilePath in [
      "labels.npy", "sweep/targets.npy", "sweep/labels.npy", "sweep/run/targets.npy", "sweep/run/labels.npy",
      "sweep/run/feats_epoch_8_labels.npy",
    ] {
      let file = try directory.write(to: name)
      if LabelFile.beside(dump) == file { found.append(name) }
    }
    #expect(found.count == 6)
  }

  @Test("Labels are looked for two directories above, not further")
  func distance() throws {
    let deep = try directory.write(to: "sweep/run/layers/feats.npy")
    try directory.write(to: "labels.npy")
    #expect(LabelFile.beside(deep) == nil)
    let file = try directory.write(to: "sweep/labels.npy")
    #expect(LabelFile.beside(deep) == file)
  }

  @Test("Groups are looked for in the same places, under their own names")
  func groups() throws {
    try directory.write(to: "sweep/run/labels.npy")
    #expect(GroupFile.beside(dump) == nil)
    var found: [FilePath] = []
    for name: FilePath in [
      "groups.npy", "sweep/groups.npy", "sweep/run/groups.npy", "sweep/run/feats_epoch_8_groups.npy",
    ] {
      let file = try directory.write(to: name)
      if GroupFile.beside(dump) == file { found.append(name) }
    }
    #expect(found.count == 4)
  }

  @Test("Labels are not their own")
  func itself() throws {
    #expect(LabelFile.beside(try directory.write(to: "alone/labels.npy")) == nil)
  }
}
