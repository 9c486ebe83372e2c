/// The rule by which a piece of a name was understood.
package enum NamingRule: Sendable, Hashable, CaseIterable {
  case numberedMoment, namedMoment, checkpointWord
  case seedWord, seedBesideOthers
  case numberedLayer, dottedLayer, leadingOrdinal, layerBesideOthers, arrayOfSeveral
  case splitWord, splitDirectory
  case shard, rank, view
  case assignment, pair, countBeforePlural, joinedBesideOthers, joinedBesideSettings
  case metricWord, metricLogged
  case date, time, hash, process, attempt, jobNumber, dataType, copy
  case tellingNoise, content, word

  /// The rule for people, about the piece `text` whose word is `key`: "`epoch` before a number".
  package func phrase(_ text: String, key: String?) -> String {
    let word = key ?? text
    return switch self {
    case .numberedMoment: "`\(word)` before a number"
    case .namedMoment: "`\(word)` names a checkpoint"
    case .checkpointWord: "`\(word)` is a word for checkpoints"
    case .seedWord: "`\(word)` before a number"
    case .seedBesideOthers: "names beside it differ in the number behind `\(word)` alone"
    case .numberedLayer: "the number of a layer"
    case .dottedLayer: "the dotted name of a module"
    case .leadingOrdinal: "a number before the name of a layer"
    case .layerBesideOthers: "`\(word)` beside other layers"
    case .arrayOfSeveral: "one of several arrays in a file"
    case .splitWord: "`\(word)` is a split"
    case .splitDirectory: "`\(word)` beside other splits"
    case .shard: "one of the pieces of a dump"
    case .rank: "the process that wrote it"
    case .view: "one of several views"
    case .assignment: "a value behind `\(word)=`"
    case .pair: "`\(word)` before a value"
    case .countBeforePlural: "a number before the plural `\(word)`"
    case .joinedBesideOthers: "`\(word)` has other numbers in names beside it"
    case .joinedBesideSettings: "`\(word)` with its number, among other settings"
    case .metricWord: "`\(word)` is a metric"
    case .metricLogged: "the log of the run has `\(word)`"
    case .date: "a date"
    case .time: "a time"
    case .hash: "a hash"
    case .process: "the number of a process"
    case .attempt: "`\(word)` counts attempts"
    case .jobNumber: "a number that counts runs"
    case .dataType: "a data type"
    case .copy: "a copy of the same checkpoint"
    case .tellingNoise: "nothing else tells this file from another"
    case .content: "what the array is of"
    case .word: "nothing else"
    }
  }
}
