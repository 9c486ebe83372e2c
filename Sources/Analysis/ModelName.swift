package import Naming

/// What names on the way to a dump say about the network, beside settings, layer and checkpoint.
package struct ModelName: Sendable, Hashable {
  /// What is left of the path without checkpoint, layer, split and noise: dumps of one run with the same text and layer
  /// are of one network.
  package var text = ""
  /// The same without the seed.
  package var textWithoutSeed = ""
  /// Dates, hashes and attempts in the names of directories, which tell repetitions apart.
  package var noise = ""
  /// What names of files say about the network, for people, where they say anything.
  package var fileTitle: String?
  package var split: Split?
  /// `last`, `final` or `best`, where a name says so.
  package var moment: String?
  /// Words by which networks are told apart: by the level of their directory, from 1; those of files at 0.
  package var words: [Int: String] = [:]
  /// Words, settings and seed in order, for short names.
  package var labels: [String] = []

  package init() {}

  package init(_ meaning: NameMeaning) {
    text = meaning.model
    textWithoutSeed = meaning.modelWithoutSeed
    noise = meaning.noise
    fileTitle = meaning.fileTitle
    split = meaning.split
    moment = meaning.moment?.name
    words = meaning.words
    labels = meaning.labels
  }
}
