/// What a word may mean in a name. A word may mean several things; its place decides.
struct WordTraits: OptionSet, Hashable {
  let rawValue: UInt64

  /// Before a number: an epoch.
  static let epoch = WordTraits(rawValue: 1 << 0)
  /// Before a number: a step of the optimiser.
  static let step = WordTraits(rawValue: 1 << 1)
  /// Checkpoints, beside `last` and its like.
  static let checkpoint = WordTraits(rawValue: 1 << 2)
  /// A checkpoint without a moment.
  static let namedMoment = WordTraits(rawValue: 1 << 3)
  /// Before `epoch` or `step`: how many there are of them, not which one it is (`max_epoch_100`).
  static let extent = WordTraits(rawValue: 1 << 4)
  static let seed = WordTraits(rawValue: 1 << 5)
  /// Before a number: a layer, wherever it stands (`layer3`, `block_11`).
  static let layer = WordTraits(rawValue: 1 << 6)
  /// Before a number: a layer in names of files and arrays (`conv5`, `fc_1`); of directories, where all beside are, too.
  static let module = WordTraits(rawValue: 1 << 7)
  /// Before a number with a dot between: a layer in a container of modules (`encoder.layers.11`, `features.28`).
  static let container = WordTraits(rawValue: 1 << 8)
  /// A layer without a number, behind an ordinal or beside other layers (`17_head`).
  static let namedLayer = WordTraits(rawValue: 1 << 9)
  /// Belongs to the layer before it (`conv3_block1_out`).
  static let layerPart = WordTraits(rawValue: 1 << 10)
  /// Belongs to the layer behind it (`down_blocks`, `hidden_layers`).
  static let layerPrefix = WordTraits(rawValue: 1 << 11)
  /// Says nothing without the word before it: `weight_decay_1e-06` is the setting `weight_decay`.
  static let qualified = WordTraits(rawValue: 1 << 12)
  /// What the array is of.
  static let content = WordTraits(rawValue: 1 << 13)
  /// A number behind it says which attempt this is (`version_2`).
  static let attempt = WordTraits(rawValue: 1 << 14)
  /// A number behind it identifies a process (`slurm_4711`).
  static let process = WordTraits(rawValue: 1 << 15)
  /// A number behind it sets nothing.
  static let enumerated = WordTraits(rawValue: 1 << 16)
  static let shard = WordTraits(rawValue: 1 << 17)
  /// A number behind it counts files of one dump (`img_emb_0`).
  static let shardedContent = WordTraits(rawValue: 1 << 18)
  static let rank = WordTraits(rawValue: 1 << 19)
  static let view = WordTraits(rawValue: 1 << 20)
  static let training = WordTraits(rawValue: 1 << 21)
  static let validation = WordTraits(rawValue: 1 << 22)
  static let test = WordTraits(rawValue: 1 << 23)
  static let shifted = WordTraits(rawValue: 1 << 24)
  static let metric = WordTraits(rawValue: 1 << 25)
  /// Makes a setting of the name of a metric (`loss_weight`).
  static let metricSetting = WordTraits(rawValue: 1 << 26)
  /// A usual name of a setting, also with the number joined to it (`bs256`).
  static let setting = WordTraits(rawValue: 1 << 27)
  static let month = WordTraits(rawValue: 1 << 28)
  /// Networks whose sizes are letters, before which `s16` is a size (`vit_s16`).
  static let sizedByLetter = WordTraits(rawValue: 1 << 29)
  static let sweep = WordTraits(rawValue: 1 << 30)
  /// Joins a number to how many there are (`1_of_5`).
  static let of = WordTraits(rawValue: 1 << 31)
  static let truth = WordTraits(rawValue: 1 << 32)
  /// Before `step`, whose word it belongs to (`global_step`).
  static let stepPrefix = WordTraits(rawValue: 1 << 33)
  /// Before a number of bits: a data type (`float16`).
  static let dataType = WordTraits(rawValue: 1 << 34)
  /// Says of an array that it is of a checkpoint, and no more.
  static let onlyCheckpoint = WordTraits(rawValue: 1 << 35)

  static let split: WordTraits = [training, validation, test, shifted]

  func has(_ traits: WordTraits) -> Bool { !isDisjoint(with: traits) }
}
