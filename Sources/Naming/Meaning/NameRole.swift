/// What a name is the name of.
package enum NameRole: String, Sendable, Hashable {
  /// The directory that was opened. It says what it says, but is no part of a run or a model.
  case root
  case directory
  /// A file, without its suffix.
  case file
  /// An array in a container of several.
  case array
}
