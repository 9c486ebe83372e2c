import Naming
import Testing

@Suite("Roles of files")
struct FileRoleTests {
  @Test("Labels are known by name", arguments: ["labels.npy", "targets.npy", "feats_epoch_8_labels.npy"])
  func labels(name: String) {
    #expect(FileRole(name: name) == .labels)
  }

  @Test("What says which rows belong together is known by name", arguments: ["groups.npy", "feats_epoch_8_groups.npy"])
  func groups(name: String) {
    #expect(FileRole(name: name) == .groups)
  }

  @Test(
    "Views are known by name",
    arguments: ["view_a.npy", "feats_view_b_epoch_8.npy", "feats_aug0.npy", "feats_aug12.npy", "layer3.view_a.npy"])
  func views(name: String) {
    #expect(FileRole(name: name) == .views)
    #expect(FileRole(name: name, axisCount: 2) == .views)
  }

  @Test("views* are views only with three axes")
  func threeAxes() {
    #expect(FileRole(name: "views_n200_q10.npy", axisCount: 3) == .views)
    #expect(FileRole(name: "views_n200_q10.npy", axisCount: 2) == .dump)
    #expect(FileRole(name: "views_n200_q10.npy") == .dump)
    #expect(FileRole(name: "feats.npy", axisCount: 3) == .dump)
  }

  @Test(
    "Words that merely contain these are dumps",
    arguments: ["preview_audio.npy", "augs.npy", "2_augs.npy", "august0_x.npy", "mylabels.npy", "labels_of.npy"])
  func dumps(name: String) {
    #expect(FileRole(name: name) == .dump)
  }
}
