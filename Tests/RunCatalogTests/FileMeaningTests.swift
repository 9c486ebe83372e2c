import SystemPackage
import Testing

@testable import RunCatalog

@Suite("What names of files mean")
struct FileMeaningTests {
  @Test(
    "Arrays are known by their suffix, and by their names what they hold",
    arguments: [
      ("x/features.npy", "dump"), ("labels.npy", "labels"), ("a_labels.npy", "labels"), ("groups.npy", "groups"),
      ("f_view_a.npy", "views"), ("*.npy", "dump"), ("npy.npy", "dump"),
    ])
  func arrays(path: String, role: String) {
    guard case .array(let found) = FileMeaning(FilePath(path)).kind else {
      Issue.record("no array")
      return
    }
    #expect(found.rawValue == role)
    #expect(FileMeaning(FilePath(path)).rule == found.rule)
  }

  @Test(
    "What a run says about itself is known by name",
    arguments: [
      ("run/metrics.csv", RunFileFormat.Content.metrics), ("hparams.yaml", .settings), ("config.yaml", .settings),
      ("heartbeat", .heartbeat), ("rank0.heartbeat", .heartbeat),
    ])
  func runs(path: String, content: RunFileFormat.Content) {
    let meaning = FileMeaning(FilePath(path))
    guard case .run(let format) = meaning.kind else {
      Issue.record("not about a run")
      return
    }
    #expect(format.content == content)
    #expect(meaning.rule.hasSuffix(format.name) && meaning.isHeartbeat == (content == .heartbeat))
  }

  @Test(
    "Everything else is passed over, with a reason",
    arguments: [
      (".features.npy", "hidden"), ("features.tmp.npy", "written"), ("features.part.npy", "written"),
      ("features.NPY", "neither"), ("metrics.csv.bak", "neither"), ("xheartbeat", "neither"), ("npy", "neither"),
      ("", "neither"), ("config.yml", "neither"),
    ])
  func passedOver(path: String, reason: String) {
    let meaning = FileMeaning(FilePath(path))
    #expect(meaning.kind == .passedOver && meaning.rule.contains(reason))
  }
}
