import Naming
import Testing

@Suite("What paths say")
struct PathsTests {
  /// What a path says below a root named `root`, its last component a file without its suffix.
  private func fields(_ path: String) -> NameMeaning {
    var tree = NameTree(root: "root")
    return tree.meaning(of: "\(path).npy")
  }

  @Test(
    "Settings are words and numbers with a separator between them",
    arguments: [
      ("lambd_0.007812_pdim_128_lr_0.001/f", ["lambd": 0.007812, "pdim": 128, "lr": 0.001]),
      (
        "lambd_0.000100_pdim_128_no_autocast_lr_0.003_wd_1e-06/f",
        ["lambd": 1e-4, "pdim": 128, "lr": 0.003, "wd": 1e-6]
      ),
      ("convnet3/2_augs/lambd_0.1/1_augs_eval/f", ["augs": 2, "lambd": 0.1, "augs_eval": 1]),
      ("lr=1e-3,beta1=0.9/f", ["lr": 1e-3, "beta1": 0.9]),
      ("optim.lr=0.1/f", ["optim.lr": 0.1]),
      ("batch_size_128_weight_decay_1E+2/f", ["batch_size": 128, "weight_decay": 100]),
      ("lambd_0.1_dim_8/f", ["lambd": 0.1, "dim": 8]),
      ("val_frac=0.1_n_aug=4/f", ["val_frac": 0.1, "n_aug": 4]),
      ("t_-0.5/f", ["t": -0.5]),
      ("max_epoch_100_warmup_step_10/f", ["max_epoch": 100, "warmup_step": 10]),
      ("lr_0.1/sub/lr_0.2/f", ["lr": 0.2]),
      ("feats_lambd_0.1", ["lambd": 0.1]), ("feats_lambd=0.1", ["lambd": 0.1]),
    ])
  func settings(path: String, expected: [String: Double]) {
    #expect(fields(path).settings == expected.mapValues(NameValue.number))
  }

  @Test(
    "Numbers joined to a word, counting files or attempts, or without a word are no settings",
    arguments: [
      "views_n200_q10", "features_test10000_float16", "spec_neurons512_tbin50ms", "img_emb_0", "name_part_3",
      "version_2/f",
      "run_12/f", "2024-11-22/10-30-00/f", "resnet-50/f", "vit16/f", "lr_/f", "_0.1/f", "lr_0.1.2/f", "lr_1e999/f",
      "lr_nan/f", "__==__/f", "",
    ])
  func noSettings(path: String) {
    #expect(fields(path).settings.isEmpty)
  }

  @Test(
    "Checkpoints are epochs and steps",
    arguments: [
      ("features_epoch_008", Moment(epoch: 8)), ("feats_epoch_8", Moment(epoch: 8)),
      ("epoch_8/f", Moment(epoch: 8)), ("epoch=3-step=1000/f", Moment(epoch: 3, step: 1000)),
      ("checkpoint-500/f", Moment(step: 500)), ("step_1000/f", Moment(step: 1000)),
      ("epoch12", Moment(epoch: 12)), ("epoch_2/step_5", Moment(epoch: 2, step: 5)),
      ("epoch_2/epoch_3", Moment(epoch: 3)), ("f_epoch-4_lr_0.1", Moment(epoch: 4)),
      ("features_epoch_1_of_5", Moment(epoch: 1)),
      ("feats_epoch3-of-5_step10_of_20", Moment(epoch: 3, step: 10)),
    ])
  func checkpoints(path: String, expected: Moment) {
    #expect(fields(path).moment == expected)
  }

  @Test(
    "How many there are of something is no setting, and no run",
    arguments: ["epoch_1_of_5/f", "features_step_100_of_500", "layer_3_of_12/f", "feats_seed_1_of_3", "name_*_of_5"])
  func counts(path: String) {
    #expect(fields(path).settings.isEmpty)
    #expect(fields(path).directories.isEmpty)
  }

  @Test(
    "An epoch that is no whole number, or one of many, is no checkpoint",
    arguments: ["epoch_x", "epoch_-1", "epoch_1.5", "max_epoch_3", "epoch_99999999999999999999", "epochs_8", "epoch"])
  func noMoment(path: String) {
    #expect(fields(path).moment == nil)
  }

  @Test(
    "Layers keep the name that they have on disk",
    arguments: [
      ("layer3", "layer3"), ("block.11", "block.11"), ("hidden_3", "hidden_3"), ("layer3/f", "layer3"),
      ("feats_layer3_epoch_8", "layer3"), ("encoder.layers.11.output", "encoder.layers.11.output"),
      ("07_block6", "07_block6"), ("07_block6/f", "07_block6"), ("03_block2_spatial4x4", "03_block2_spatial4x4"),
      ("17_head", "17_head"), ("17_head/f", "17_head"), ("01_block0_epoch_8", "01_block0"),
    ])
  func layers(path: String, expected: String) {
    #expect(fields(path).layer == expected)
  }

  @Test(
    "Widths, counts and numbered runs are no layers",
    arguments: ["hidden_dim_512/f", "layers_12/f", "2_augs/f", "01_baseline/f", "lr_0.1", "2024_f", "v1.2.3"])
  func noLayer(path: String) {
    #expect(fields(path).layer == nil)
  }

  @Test("The seed is no setting", arguments: ["lambd_0.1_seed_3/f", "lambd_0.1/seed=3/f", "lambd_0.1_f_seed3"])
  func seed(path: String) {
    #expect(fields(path).seed == 3)
    #expect(fields(path).settings == ["lambd": .number(0.1)])
  }

  @Test(
    "The run is what remains of the directories without checkpoints and layers",
    arguments: [
      ("a/b/f", ["a", "b"]), ("a/epoch_8/f", ["a"]), ("a/checkpoint-500/layer3/f", ["a"]), ("epoch=3-step=10/f", []),
      ("f", []), ("lambd_0.1_epoch_3/f", ["lambd_0.1"]), ("seed_0/f", ["seed_0"]),
      ("2_augs/x/f", ["2_augs", "x"]),
    ])
  func run(path: String, expected: [String]) {
    #expect(fields(path).directories == expected)
  }

  @Test("A schedule in a directory's name is no checkpoint, and never outlives that of the file")
  func schedules() {
    let schedule = fields("resnet_lr_step_30/features_epoch_8")
    #expect(schedule.moment == Moment(epoch: 8))
    #expect(schedule.settings == ["lr_step": .number(30)])
    #expect(fields("sgd_step_30/features_epoch_8").moment == Moment(epoch: 8))
    #expect(fields("epoch_3/step_1000/x").moment == Moment(epoch: 3, step: 1000))
  }
}
