public import Analysis

/// What the names on the way to a dump say about it.
///
/// In every component, the nearest to the dump having the last word:
/// - `epoch_8`, `epoch=3-step=1000`, `checkpoint-500`, `step1000`: the checkpoint.
/// - `seed_0`: the seed.
/// - `layer3`, `block.11`, `hidden_3`, and of a file, or before one of these, a leading ordinal (`07_block6`): the
///   layer, as written.
/// - `final`, `last`, `best`, `checkpoint-final`: a checkpoint without a moment.
/// - of a file, `train`, `val`, `test`, `ood` and their like: the split.
/// - `key_value` and `key=value` with a number for a value (`lambd_0.007812_pdim_128`, `lr=1e-3`): a setting. The key
///   is one word (`no_autocast_lr_0.003` sets `lr`), with the word before it if it says nothing alone
///   (`weight_decay_0.1`); before `=` all words count (`val_frac=0.1`), and words are
///   values, too (`model=vit_small`). A metric is none (`val_loss=0.32`). A directory
///   `2_augs`, a number before a plural, sets `augs`.
///
/// A number joined to its word is none of these (`views_n200_q10`, `float16`), and words that number files or attempts
/// (`img_emb_0`, `version_2`, `part_3`) set nothing.
public struct PathFields: Sendable {
  /// Names of directories without what tells dumps of one model apart.
  private var directories: [String] = []
  /// The same of the file; empty where its name says nothing else.
  private var variant = ""
  /// The same of both, without seeds and noise.
  private var seedless: [String] = []
  public private(set) var checkpoint: Checkpoint?
  public private(set) var layer: String?
  public private(set) var split: DataSplit?
  public private(set) var settings: [String: HyperparameterValue] = [:]
  public private(set) var seed: Int?
  private var earlierIsOnlyCheckpoint = false

  /// What dumps of one model share: all but checkpoint, layer, split and metrics.
  private static let ofDump: Set<ComponentFields.Use> = [.checkpoint, .layer, .metric]
  private static let ofFile = ofDump.union([.split, .content])
  private static let ofSeed: Set<ComponentFields.Use> = [.seed, .noise]

  /// What holds for all dumps in a directory.
  ///
  /// - Parameters:
  ///   - root: name of the directory that was opened. Read like the others but not part of the run.
  ///   - directories: names of the directories below it, outermost first.
  public init(root: String, directories: [String]) {
    merge(ComponentFields(root, isFile: false))
    for name in directories {
      let fields = ComponentFields(name, isFile: false)
      merge(fields)
      let own = fields.text(without: Self.ofDump)
      if !own.isEmpty { self.directories.append(own) }
      seedless.append(fields.text(without: Self.ofDump.union(Self.ofSeed)))
    }
  }

  /// What holds for one of them.
  ///
  /// - Parameter stem: name of the file without its suffix.
  public func adding(stem: String) -> PathFields {
    var fields = self
    let component = ComponentFields(stem, isFile: true)
    fields.merge(component)
    fields.variant = component.text(without: Self.ofFile)
    fields.seedless.append(component.text(without: Self.ofFile.union(Self.ofSeed)))
    return fields
  }

  /// What the model is called that the dump is of; its directory, or the root, where names say nothing else.
  ///
  /// - Parameter root: the root's own name.
  public func model(root: String) -> ModelName {
    let directory = directories.joined(separator: "/")
    return ModelName(
      directory: directory.isEmpty ? root : directory, variant: variant,
      path: (directories + (variant.isEmpty ? [] : [variant])).joined(separator: "/"),
      family: seedless.filter { !$0.isEmpty }.joined(separator: "/"), root: root)
  }

  private mutating func merge(_ fields: ComponentFields) {
    if fields.epoch != nil || fields.step != nil {
      // A name that says other things too (`sgd_step_30`) may have meant something else: it gives way as a whole.
      let earlier = earlierIsOnlyCheckpoint ? checkpoint : nil
      checkpoint = Checkpoint(epoch: fields.epoch ?? earlier?.epoch, step: fields.step ?? earlier?.step)
      earlierIsOnlyCheckpoint = fields.isOnlyCheckpointOrLayer
    } else if let moment = fields.moment, checkpoint == nil {
      checkpoint = Checkpoint(moment: moment)
    }
    layer = fields.layer ?? layer
    split = fields.split ?? split
    seed = fields.seed ?? seed
    settings.merge(fields.settings) { $1 }
  }
}
