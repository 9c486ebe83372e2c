import Analysis
import FileFixtures
import Glibc
import RunCatalog
import SystemPackage
import Testing

@Suite("Describing dumps")
struct RunCatalogTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("A run three directories down is described by its path, its configuration and its log")
  func everything() throws {
    let file = try directory.write(to: "sweep/lambd_0.004_pdim_128/epoch_8/layer3.npy")
    try directory.write("lambd: 0.005\noptimizer: {lr: 1e-3}\nseed: 3\n", to: "sweep/lambd_0.004_pdim_128/hparams.yaml")
    try directory.write("epoch,test_acc_1\n8,81.4\n9,82\n", to: "sweep/lambd_0.004_pdim_128/metrics.csv")
    var catalog = RunCatalog(root: directory.path)
    #expect(
      catalog.describe(file)
        == Dump(
          path: file, root: directory.path, run: "sweep/lambd_0.004_pdim_128",
          model: ModelName(
            directory: "sweep/lambd_0.004_pdim_128", path: "sweep/lambd_0.004_pdim_128",
            family: "sweep/lambd_0.004_pdim_128"), layer: "layer3",
          checkpoint: Checkpoint(epoch: 8),
          hyperparameters: ["lambd": .number(0.005), "pdim": .number(128), "optimizer.lr": .number(1e-3)], seed: 3,
          metrics: ["test_acc_1": Metric(value: 81.4, join: .checkpoint)]))
    #expect(catalog.takeProblems() == [])
  }

  @Test(
    "Of several configurations the nearest has the last word, and hparams.yaml before config.yaml; the path the first")
  func nearest() throws {
    let file = try directory.write(to: "a_1_b_1_c_1_d_1_e_1_seed_1/sub/feats.npy")
    try directory.write("b: 2\nc: 2\nd: 2\ne: 2\nseed: 2\n", to: "hparams.yaml")
    try directory.write("c: 3\nd: 3\ne: 3\nseed: 3", to: "a_1_b_1_c_1_d_1_e_1_seed_1/hparams.yaml")
    try directory.write("d: 4\ne: 4\n", to: "a_1_b_1_c_1_d_1_e_1_seed_1/sub/config.yaml")
    try directory.write("e: 5\n", to: "a_1_b_1_c_1_d_1_e_1_seed_1/sub/hparams.yaml")
    var catalog = RunCatalog(root: directory.path)
    let dump = catalog.describe(file)
    #expect(
      dump.hyperparameters == ["a": .number(1), "b": .number(2), "c": .number(3), "d": .number(4), "e": .number(5)])
    #expect(dump.seed == 3)
  }

  @Test("Settings of Hydra and logs of a logger one directory down are those of the run, the newest version's")
  func oneDown() throws {
    let file = try directory.write(to: "0/features/feats_epoch_1.npy")
    try directory.write("lr: 0.3\n", to: "0/.hydra/config.yaml")
    for (version, accuracy) in [(0, 50), (2, 70), (10, 60)] {
      try directory.write("epoch,val_acc\n1,\(accuracy)\n", to: FilePath("0/csv/version_\(version)/metrics.csv"))
    }
    let beside = try directory.write(to: "lightning_logs/version_3/feats_epoch_1.npy")
    try directory.write("epoch,val_acc\n1,9\n", to: "lightning_logs/version_4/metrics.csv")
    var catalog = RunCatalog(root: directory.path)
    let dump = catalog.describe(file)
    #expect(dump.hyperparameters == ["lr": .number(0.3)])
    #expect(dump.metrics == ["val_acc": Metric(value: 60, join: .checkpoint)])
    #expect(catalog.describe(beside).metrics.isEmpty, "another version's log is another run's")
  }

  @Test("Nothing above the root is looked at")
  func aboveTheRoot() throws {
    let file = try directory.write(to: "sub/feats.npy")
    try directory.write("lr: 1\n", to: "hparams.yaml")
    try directory.write("loss\n1\n", to: "metrics.csv")
    var catalog = RunCatalog(root: directory.path.appending("sub"))
    let dump = catalog.describe(file)
    #expect(dump.hyperparameters.isEmpty && dump.metrics.isEmpty)
    #expect(dump.run == "sub")
  }

  @Test(
    "Directly in the root, the run is the root's own name, which says what it says",
    arguments: ["", "/.", "/epoch_8/.."])
  func rootRun(suffix: String) throws {
    try directory.write(to: "lambd_0.1_seed_2/epoch_8/feats.npy")
    let root = FilePath(directory.path.appending("lambd_0.1_seed_2").string + suffix)
    var catalog = RunCatalog(root: root)
    for name in ["feats.npy", "epoch_8/feats.npy"] as [FilePath] {
      let dump = catalog.describe(root.pushing(name))
      #expect(dump.run == "lambd_0.1_seed_2")
      #expect(dump.hyperparameters == ["lambd": .number(0.1)])
      #expect(dump.seed == 2)
    }
  }

  @Test("A root that is the file itself, or not above it, is taken to be the file's directory")
  func oddRoot() throws {
    let file = try directory.write(to: "run_a/feats.npy")
    try directory.write("lr: 1\n", to: "run_a/hparams.yaml")
    for root in [file, directory.path.appending("run_b"), "relative"] as [FilePath] {
      var catalog = RunCatalog(root: root)
      let dump = catalog.describe(file)
      #expect(dump.run == "run_a")
      #expect(dump.hyperparameters == ["lr": .number(1)])
    }
  }

  @Test("The nearest log is the run's, and one problem in it is told once however many dumps it concerns")
  func logs() throws {
    try directory.write("loss\n1\n", to: "metrics.csv")
    let log = try directory.write("epoch,loss\n1,2\n2,x\n", to: "run/metrics.csv")
    let files = try (1...3).map { try directory.write(to: FilePath("run/f_epoch_\($0).npy")) }
    let other = try directory.write(to: "other/feats.npy")
    var catalog = RunCatalog(root: directory.path)
    #expect(files.map { catalog.describe($0).metrics["loss"]?.value } == [2, 2, 2])
    #expect(catalog.describe(other).metrics["loss"]?.value == 1)
    #expect(catalog.takeProblems() == [CatalogProblem(path: log, line: 3, reason: "column 'loss': 'x' is no number")])
  }

  @Test("A log that grows tells once what is wrong with each of its columns; again where it was right in between")
  func growingLog() throws {
    let file = try directory.write(to: "run/feats.npy")
    var catalog = RunCatalog(root: directory.path)
    /// The lines that are told of a log of these values, epoch by epoch.
    func lines(_ rows: [String]) throws -> [Int?] {
      let text = "epoch,loss,acc\n" + rows.enumerated().map { "\($0),\($1)\n" }.joined()
      catalog.forget(try directory.write(text, to: "run/metrics.csv").removingLastComponent())
      _ = catalog.describe(file)
      return catalog.takeProblems().map(\.line)
    }
    #expect(try lines(["1,1", "nan,2"]) == [3])
    #expect(try lines(["1,1", "nan,2", "nan,3"]) == [])
    #expect(try lines(["1,1", "nan,2", "nan,nan", "x,nan"]) == [4, 5], "another column, another kind")
    #expect(try lines(["1,1", "2,2"]) == [])
    #expect(try lines(["1,1", "nan,2"]) == [3])
    #expect(try lines(["nan,1"]) == [2], "another file")
  }

  @Test("A broken configuration is a problem and costs only itself")
  func broken() throws {
    let file = try directory.write(to: "lr_0.1/feats.npy")
    let config = try directory.write("a: [\n", to: "lr_0.1/hparams.yaml")
    try directory.write("b: 1\n", to: "lr_0.1/config.yaml")
    var catalog = RunCatalog(root: directory.path)
    #expect(catalog.describe(file).hyperparameters == ["lr": .number(0.1), "b": .number(1)])
    #expect(catalog.takeProblems().map(\.path) == [config])
  }

  @Test("A pipe in the place of a file is a problem and is not waited for")
  func pipe() throws {
    let file = try directory.write(to: "feats.npy")
    for name in ["hparams.yaml", "metrics.csv"] {
      try #require(directory.path.appending(name).withPlatformString { mkfifo($0, 0o600) } == 0)
    }
    var catalog = RunCatalog(root: directory.path)
    _ = catalog.describe(file)
    #expect(catalog.takeProblems().map(\.reason) == ["not a regular file", "not a regular file"])
  }

  @Test("What a survey of the same root finds is described")
  func surveyed() throws {
    try directory.write(to: "sweep/lr_0.1/feats_epoch_2.npy")
    try directory.write(to: "sweep/lr_0.1/feats_epoch_10.npy")
    var catalog = RunCatalog(root: directory.path)
    let dumps = try SurveyedTree(directory).rest().compactMap { event in
      if case .found(let state) = event { catalog.describe(state.path) } else { nil }
    }
    #expect(dumps.map(\.checkpoint?.epoch) == [2, 10])
    #expect(dumps.map(\.run) == ["sweep/lr_0.1", "sweep/lr_0.1"])
  }

  @Test("Accuracy is the first metric of the list that exists")
  func accuracy() {
    let value = Metric(value: 1, join: .lastOfRun)
    #expect(AccuracyMetric.name(in: ["acc": value, "val/acc": value, "loss": value]) == "val/acc")
    #expect(AccuracyMetric.name(in: ["loss": value]) == nil)
  }
}
