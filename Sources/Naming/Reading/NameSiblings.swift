/// What the names beside a name say about it.
struct NameSiblings {
  /// Numbers that are joined to words (`bs256`, `bs512`), by word.
  var joined = Differences()
  /// Numbers behind `s`, by the rest of the name.
  var seeds = Differences()
  /// Names by what is left without noise.
  var remainders = Differences()
  /// Words for what arrays are of, by what is left of the name without them.
  var contents = Differences()
  /// Whether directories beside a directory that are numbers count from 0 or 1.
  var areCounted = false
  /// Whether files of the directory are layers.
  var haveLayers = false
  /// Whether all directories beside a directory are modules with numbers.
  var areModules = false
  /// Whether directories beside a directory are other splits.
  var haveSplits = false
  /// Whether the directory above is a date or the name of a sweep.
  var isBelowSweep = false
  /// Whether the container of an array has other arrays.
  var isOneOfSeveralArrays = false
}
