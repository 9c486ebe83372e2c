public import SystemPackage

/// Something on disk that could not be used, in words for people. It costs what it names and nothing else.
public struct CatalogProblem: Error, Sendable, Hashable {
  /// The file or directory concerned.
  public var path: FilePath
  /// Line within the file, counted from 1, where the problem has a place.
  public var line: Int?
  /// What is wrong, without the path. Quotes the file's own text, which may hold control characters.
  public var reason: String
  /// How many more like it there are in the file.
  public var otherCount: Int

  public init(path: FilePath, line: Int? = nil, reason: String, otherCount: Int = 0) {
    self.path = path
    self.line = line
    self.reason = reason
    self.otherCount = otherCount
  }
}

extension CatalogProblem: CustomStringConvertible {
  /// `path:line: reason`, as compilers print it.
  public var description: String {
    "\(path):" + (line.map { "\($0):" } ?? "") + " \(reason)"
      + (otherCount > 0 ? ", and \(otherCount) more like it" : "")
  }
}
