public import SystemPackage

/// Which array is meant: a file and, where the file holds several, the name of the array in it.
public struct ArrayReference: Sendable, Hashable {
  public var file: FilePath
  /// Nil where the file is the array.
  public var array: String?

  public init(_ file: FilePath, array: String? = nil) {
    self.file = file
    self.array = array
  }
}

extension ArrayReference: Comparable {
  /// By the bytes of the path, then by the name of the array; the file itself first.
  public static func < (a: ArrayReference, b: ArrayReference) -> Bool {
    a.file == b.file ? (a.array ?? "") < (b.array ?? "") : a.file.string < b.file.string
  }
}

extension ArrayReference: CustomStringConvertible {
  /// For people: `run/features.npy`, `run/layers.npz[block3]`.
  public var description: String {
    array.map { "\(file)[\($0)]" } ?? "\(file)"
  }
}

extension ArrayReference: ExpressibleByStringLiteral {
  /// A file that is the array, as a `FilePath` is written.
  public init(stringLiteral path: String) { self.init(FilePath(path)) }
}
