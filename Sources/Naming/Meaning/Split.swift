/// Which samples a dump is of.
package enum Split: String, Sendable, Hashable, CaseIterable {
  case train, validation, test
  /// Out of the distribution of the training.
  case ood

  /// Whether the network was not trained on them.
  package var isHeldOut: Bool { self != .train }

  init?(_ traits: WordTraits) {
    if traits.has(.shifted) {
      self = .ood
    } else if traits.has(.test) {
      self = .test
    } else if traits.has(.validation) {
      self = .validation
    } else if traits.has(.training) {
      self = .train
    } else {
      return nil
    }
  }
}
