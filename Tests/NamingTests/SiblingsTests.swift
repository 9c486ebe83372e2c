import Naming
import Testing

@Suite("What names beside a name say")
struct SiblingsTests {
  /// What each path means among the others.
  private func summaries(_ paths: String...) -> [String] {
    NameTree.meanings(root: "root", of: paths).map(\.summary)
  }

  @Test("`s` with a number is a seed where names differ in it alone, and not where it is the size of a network")
  func seeds() {
    #expect(summaries("net_s1.npy", "net_s2.npy") == ["net_s1 | seed 1", "net_s2 | seed 2"])
    #expect(summaries("a/s1/x.npy", "b/s2/x.npy") == ["a/s1/x | seed 1", "b/s2/x | seed 2"])
    #expect(summaries("net_s1.npy", "other_s2.npy") == ["net_s1", "other_s2"])
    #expect(summaries("a/net_s1.npy", "b/net_s2.npy") == ["a/net_s1", "b/net_s2"])
    #expect(summaries("vit_s16.npy", "vit_s32.npy") == ["vit_s16", "vit_s32"])
    #expect(summaries("net_s1_lr0.1.npy", "net_s2_lr0.1.npy").map { $0.contains("seed") } == [true, true])
  }

  @Test("A number joined to its word is a setting where names beside it have another one")
  func joined() {
    #expect(summaries("r_bs256.npy", "q_bs512.npy") == ["r_bs256 | bs=256", "q_bs512 | bs=512"])
    #expect(summaries("a/bs256/x.npy", "b/bs512/x.npy") == ["a/bs256/x | bs=256", "b/bs512/x | bs=512"])
    #expect(summaries("a/r_bs256.npy", "b/r_bs512.npy") == ["a/r_bs256", "b/r_bs512"])
    #expect(summaries("r_bs256.npy", "q_bs256.npy") == ["r_bs256", "q_bs256"])
    #expect(summaries("t0.1.npy", "t0.5.npy") == ["t0.1 | t=0.1", "t0.5 | t=0.5"])
    #expect(summaries("resnet18.npy", "resnet50.npy") == ["resnet18", "resnet50"], "a count is a name")
  }

  @Test("Modules in names of directories are layers where all beside them are")
  func modules() {
    #expect(summaries("conv4/x.npy", "conv5/x.npy") == ["x | layer conv4", "x | layer conv5"])
    #expect(summaries("conv4/x.npy", "resnet12/x.npy") == ["conv4/x", "resnet12/x"])
    #expect(summaries("conv4/x.npy") == ["conv4/x"])
  }

  @Test("Layers without a number are layers beside those that have one")
  func namedLayers() {
    #expect(summaries("avgpool.npy", "layer4.npy") == ["layer avgpool", "layer layer4"])
    #expect(
      summaries("bert_layer_3.npy", "last_hidden_state.npy")[1] == "layer last_hidden_state")
    #expect(summaries("avgpool.npy", "resnet50.npy") == ["avgpool", "resnet50"])
    #expect(summaries("resnet_head.npy", "layer4.npy")[0] == "resnet_head", "another word says more")
  }

  @Test("Directories are splits beside others, and no part of the run")
  func splits() {
    let meanings = NameTree.meanings(root: "root", of: ["run/train/f.npy", "run/test/f.npy", "train/run/f.npy"])
    #expect(meanings.map(\.split) == [.train, .test, nil])
    #expect(meanings.map(\.directories) == [["run"], ["run"], ["train", "run"]])
    #expect(meanings[0].model == meanings[1].model)
  }

  @Test("A hash that alone tells files apart is a word, one beside other words is noise")
  func hashes() {
    #expect(
      summaries("resnet50-0676ba61.npy", "resnet50-11ad3fa6.npy") == ["resnet50-0676ba61", "resnet50-11ad3fa6"])
    #expect(summaries("resnet50-0676ba61.npy", "vgg-11ad3fa6.npy").map { $0.prefix(3) } == ["res", "vgg"])
    #expect(summaries("features.npy", "features_float16.npy") == ["", "float16"])
    #expect(summaries("features_epoch_3.npy", "features_float16.npy")[1] == "noise float16")
  }

  @Test("A number below a date counts jobs, and so do numbers without a gap; others say something")
  func jobs() {
    let meanings = NameTree.meanings(
      root: "root",
      of: ["sweep/2024-03-05/12-30-00/7/f.npy", "runs/0/f.npy", "runs/1/f.npy", "resnet/18/f.npy", "resnet/50/f.npy"])
    #expect(meanings.map(\.noise) == ["2024-03-05/12-30-00/7", "0", "1", "", ""])
    #expect(meanings.map(\.model) == ["sweep/f", "runs/f", "runs/f", "resnet/18/f", "resnet/50/f"])
    #expect(meanings.map(\.path)[1...2] == ["runs/0/f", "runs/1/f"])
  }

  @Test("What arrays are of tells networks apart where it is all that does")
  func contents() {
    #expect(summaries("features_epoch_3.npy", "features_epoch_4.npy") == ["epoch 3", "epoch 4"])
    #expect(
      summaries("features_epoch_3.npy", "embeddings_epoch_3.npy", "last.npy")
        == ["features | epoch 3", "embeddings | epoch 3", "moment last"])
    #expect(summaries("a_feats.npy", "b_reps.npy") == ["a", "b"])
  }

  @Test("Names of several arrays in a file are layers, unless they say something else")
  func arrays() {
    var tree = NameTree(root: "root")
    tree.insert("run/acts_epoch_3.npz", arrayCount: 3)
    tree.insert("run/one.npz")
    func summary(_ file: String, _ array: String) -> String { tree.meaning(of: "run/" + file, array: array).summary }
    #expect(summary("acts_epoch_3.npz", "embedding.weight") == "run | epoch 3 | layer embedding.weight")
    #expect(summary("acts_epoch_3.npz", "blocks.4.hook_resid_post").hasSuffix("layer blocks.4.hook_resid_post"))
    #expect(summary("acts_epoch_3.npz", "encoder_layer_3_mlp").hasSuffix("layer encoder_layer_3_mlp"))
    #expect(summary("acts_epoch_3.npz", "12") == "run | epoch 3 | layer 12")
    #expect(summary("acts_epoch_3.npz", "test_features") == "run/features | epoch 3 | split test")
    #expect(summary("one.npz", "arr_0") == "run/one/arr_0 | arr=0")
  }
}
