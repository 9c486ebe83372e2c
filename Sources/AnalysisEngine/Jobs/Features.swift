import Analysis
import LinearAlgebra
import SystemPackage
import TensorFiles

/// The features of a dump: its files, how they are read, what becomes of their axes, and the state in which they were seen.
struct Features {
  let files: [FilePath]
  var mode = ReadingMode.finished
  var tokens = TokenPooling.flatten
  /// What was seen; nil where anything will do.
  private var seen: SourceIdentity?

  init(_ files: [FilePath], mode: ReadingMode = .finished, tokens: TokenPooling = .flatten) {
    self.files = files
    self.mode = mode
    self.tokens = tokens
  }

  /// What was seen before: another file of these names is refused.
  init(_ files: [FilePath], mode: ReadingMode, seenAs source: SourceIdentity) {
    self.init(files, mode: mode, tokens: source.tokens)
    seen = source
  }

  /// - Throws: `AnalysisFailure` `changed` where the files are not those that were seen; `TensorFileError`.
  func open() throws -> DumpReader {
    let reader = try DumpReader(opening: files, mode: mode, tokens: tokens)
    let found = reader.identity
    guard seen.map({ $0.files == found.files && $0.array == found.array }) ?? true else {
      throw AnalysisFailure(code: .changed, message: "another file is there now")
    }
    return reader
  }
}
