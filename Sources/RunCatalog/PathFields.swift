import Analysis

/// What the names on the way to a dump say about it.
///
/// In every component, the nearest to the dump having the last word:
/// - `epoch_8`, `epoch=3-step=1000`, `checkpoint-500`, `step1000`: the checkpoint.
/// - `seed_0`: the seed.
/// - `layer3`, `block.11`, `hidden_3`, and of a file, or before one of these, a leading ordinal (`07_block6`): the
///   layer, as written.
/// - `key_value` and `key=value` with a number for a value (`lambd_0.007812_pdim_128`, `lr=1e-3`): a setting. The key
///   is one word (`no_autocast_lr_0.003` sets `lr`), with the word before it if it says nothing alone
///   (`weight_decay_0.1`); before `=` all words count (`val_frac=0.1`). A directory
///   `2_augs`, a number before a plural, sets `augs`.
///
/// A number joined to its word is none of these (`views_n200_q10`, `float16`), and words that number files or attempts
/// (`img_emb_0`, `version_2`, `part_3`) set nothing.
struct PathFields {
  private(set) var run: [String] = []
  private(set) var checkpoint: Checkpoint?
  private(set) var layer: String?
  private(set) var settings: [String: Double] = [:]
  private(set) var seed: Int?
  private var earlierIsOnlyCheckpoint = false

  /// What holds for all dumps in a directory.
  ///
  /// - Parameters:
  ///   - root: name of the directory that was opened. Read like the others but not part of the run.
  ///   - directories: names of the directories below it, outermost first.
  init(root: String, directories: [String]) {
    merge(ComponentFields(root, isFile: false))
    for name in directories {
      let fields = ComponentFields(name, isFile: false)
      merge(fields)
      if !fields.isOnlyCheckpointOrLayer { run.append(name) }
    }
  }

  /// What holds for one of them.
  ///
  /// - Parameter stem: name of the file without its suffix.
  func adding(stem: String) -> PathFields {
    var fields = self
    fields.merge(ComponentFields(stem, isFile: true))
    return fields
  }

  private mutating func merge(_ fields: ComponentFields) {
    if fields.epoch != nil || fields.step != nil {
      // A name that says other things too (`sgd_step_30`) may have meant something else: it gives way as a whole.
      let earlier = earlierIsOnlyCheckpoint ? checkpoint : nil
      checkpoint = Checkpoint(epoch: fields.epoch ?? earlier?.epoch, step: fields.step ?? earlier?.step)
      earlierIsOnlyCheckpoint = fields.isOnlyCheckpointOrLayer
    }
    layer = fields.layer ?? layer
    seed = fields.seed ?? seed
    settings.merge(fields.settings) { $1 }
  }
}
