import Analysis
import LinearAlgebra
import SystemPackage
import TensorFiles

/// The features of a dump: its files, how they are read, what becomes of their axes, and the state in which they were seen.
struct Features {
  let files: [FilePath]
  var mode = ReadingMode.finished
  var tokens = TokenPooling.flatten
  /// The state of the files that is meant; nil where any will do.
  var state: [FileIdentity]?

  init(_ files: [FilePath], mode: ReadingMode = .finished, tokens: TokenPooling = .flatten) {
    self.files = files
    self.mode = mode
    self.tokens = tokens
  }

  /// What was seen before: another file of these names is refused.
  init(_ files: [FilePath], mode: ReadingMode, seenAs source: SourceIdentity) {
    self.init(files, mode: mode, tokens: source.tokens)
    state = source.files
  }

  /// - Throws: `AnalysisFailure` `changed` where the files are not those that were seen; `TensorFileError`.
  func open() throws -> DumpReader {
    let reader = try DumpReader(opening: files, mode: mode, tokens: tokens)
    guard state == nil || state == reader.identity.files else {
      throw AnalysisFailure(code: .changed, message: "another file is there now")
    }
    return reader
  }
}
