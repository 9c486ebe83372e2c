import Analysis

/// The words that have a meaning of their own in paths. All lower case.
enum PathVocabulary {
  static let epoch: Set = ["epoch", "ep"]
  static let step: Set = ["step", "checkpoint", "ckpt", "iteration", "iter"]
  /// Beside a checkpoint they say nothing more: `global_step_1000`, `checkpoint_epoch_3`.
  static let aboutCheckpoint: Set = epoch.union(step).union(["global", "chkpt", "model", "weights"])
  /// Checkpoints without a moment.
  static let moment: Set = ["last", "final", "best"]
  /// Before `epoch` or `step`: how many there are of them, not which one it is (`max_epoch_100`).
  static let extent: Set = ["max", "min", "num", "n", "total", "warmup", "every", "per", "lr"]

  /// Followed by a number: which layer (`layer3`, `block.11`, `hidden_3`).
  static let numberedLayer: Set = [
    "layer", "block", "hidden", "stage", "conv", "fc", "mixed", "denseblock", "denselayer", "resblock",
  ]
  /// The same, as PyTorch names containers of modules (`encoder.layers.11`). With an underscore they are counts.
  static let layerContainer: Set = [
    "layers", "blocks", "stages", "h", "features", "resblocks", "down_blocks", "mid_block", "up_blocks", "resnets",
    "transformer_blocks", "denselayer", "classifier",
  ]
  /// Begins the name of a container: `down_blocks.2`.
  static let layerPrefix: Set = ["down", "mid", "up"]
  /// Goes on with the name of the layer before it: `conv3_block1_out`, `blocks.4.hook_resid_post`.
  static let layerPart: Set = [
    "add", "attn", "bn", "conv", "in", "input", "mid", "mlp", "norm", "out", "output", "pool", "post", "pre", "preact",
    "relu", "resid",
  ]
  /// Behind a leading ordinal: the layer without a number of its own (`17_head`).
  static let namedLayer: Set = [
    "avgpool", "backbone", "conv", "embed", "embedding", "encoder", "fc", "head", "logits", "norm", "pool", "proj",
    "projector", "stem",
  ]

  /// Says nothing without the word before it: `weight_decay_1e-06` is the setting `weight_decay`.
  static let qualified: Set = [
    "coeff", "decay", "depth", "dim", "epoch", "epochs", "factor", "heads", "layers", "prob", "rate", "ratio", "scale",
    "size", "step", "steps", "weight", "width",
  ]

  /// What the array is of. Never part of a key (`feats_lambd=0.1`), and a number behind it counts files (`img_emb_0`).
  static let content: Set = [
    "activations", "emb", "embedding", "embeddings", "embs", "feat", "feats", "feature", "features", "view", "views",
  ]
  /// The same of a file's name, where it says what the array is of and nothing of the model.
  static let fileContent = content.union([
    "activation", "codes", "encodings", "latent", "latents", "output", "outputs", "representation", "representations",
    "reps", "vectors",
  ])
  /// A number behind these says which file or attempt this is, not how the model was trained (`version_2`, `part_3`).
  static let enumerated: Set = [
    "chunk", "exp", "experiment", "id", "job", "jobid", "of", "part", "pid", "rank", "run", "shard", "slurm", "test",
    "train", "trial", "val", "version", "worker",
  ]
  /// With a number at the end of a file's name: a piece of the rows of one dump (`name.shard0`, `name_part_3`).
  static let shard: Set = ["chunk", "part", "shard"]
  /// The same, of the words for content: not views, which belong together otherwise, nor activations, which are of layers.
  static let shardedContent: Set = [
    "emb", "embedding", "embeddings", "embs", "feat", "feats", "feature", "features",
  ]

  /// Whose values a training logs: a setting whose name ends in one of them is a metric (`val_loss=0.32`).
  static let metric: Set = [
    "loss", "acc", "accuracy", "acc1", "acc5", "top1", "top5", "auc", "auroc", "f1", "map", "error",
  ]

  /// Which images the features are of, as a word of the file's name.
  static let split: [String: DataSplit] = [
    "train": .train, "training": .train, "val": .validation, "valid": .validation, "validation": .validation,
    "dev": .validation, "test": .test, "eval": .test, "ood": .shifted,
  ]
  /// A number behind these is of an attempt or of a process.
  static let process: Set = ["version", "slurm", "job", "jobid", "pid"]

  /// Whether a number behind `word` says which checkpoint, layer or seed a dump is of.
  static func tellsApart(_ word: String) -> Bool {
    epoch.contains(word) || step.contains(word) || numberedLayer.contains(word) || word == "seed"
  }
}
