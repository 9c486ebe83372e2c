internal import SystemPackage

/// A format of files that hold arrays: adding one is a file below `Formats` and a line in ``all``.
package struct ArrayFormat: Sendable {
  /// Endings of names without their dot; where a file is written by another name first, such names end in `.tmp` and
  /// `.part` before it.
  package let suffixes: [String]
  /// How its files begin, for as many bytes as there are.
  let magic: [UInt8]
  /// What a file says about its arrays, of which so many bytes are there. Nothing is allocated that it merely claims.
  /// - Throws: `notAnArray`, `badHeader`, `truncated`, `unsupportedType`, `unreadable`.
  let contents: @Sendable (_ file: borrowing RegularFile, _ byteCount: Int) throws(TensorFileError) -> [StoredArray]

  package static let all: [ArrayFormat] = [.numpy]

  /// The endings of all formats: `.npy`.
  package static let suffixes = all.flatMap(\.suffixes)

  /// The endings in words: `.npy`; with more formats `.npy, .npz or .pt`.
  package static let suffixesInWords = {
    let dotted = suffixes.map { ".\($0)" }
    let head = dotted.dropLast().joined(separator: ", ")
    return head.isEmpty ? dotted.joined() : "\(head) or \(dotted.suffix(1).joined())"
  }()

  /// The format that a name promises. Nil for other names, and for those of files that are still being written under
  /// another name: `x.tmp.npy`, `x.part.npy`.
  package init?(name: some StringProtocol) {
    let format = Self.all.first { format in
      format.suffixes.contains { suffix in
        name.hasSuffix(".\(suffix)") && !name.hasSuffix(".tmp.\(suffix)") && !name.hasSuffix(".part.\(suffix)")
      }
    }
    guard let format else { return nil }
    self = format
  }

  init(
    suffixes: [String], magic: [UInt8],
    contents: @escaping @Sendable (borrowing RegularFile, Int) throws(TensorFileError) -> [StoredArray]
  ) {
    self.suffixes = suffixes
    self.magic = magic
    self.contents = contents
  }

  /// The format of a file by its first bytes. Its name decides between several, which only the shortest files begin like.
  private static func of(
    _ file: borrowing RegularFile, byteCount: Int
  ) throws(TensorFileError) -> ArrayFormat {
    let longest = all.map(\.magic.count).max() ?? 0
    let beginning = try file.beginning(min(byteCount, longest))
    let fitting = all.filter { beginning.starts(with: $0.magic.prefix(beginning.count)) }
    let named = file.path.lastComponent.flatMap { name in
      fitting.first { $0.suffixes.contains { name.string.hasSuffix(".\($0)") } }
    }
    guard let format = named ?? fitting.first else {
      throw TensorFileError(
        .notAnArray, in: file.path, at: 0, "does not begin as a \(suffixesInWords) file does")
    }
    return format
  }

  /// The array of a file that is meant, of which so many bytes are there.
  /// - Parameter name: nil where the file holds one array only.
  /// - Throws: what ``contents`` throws, and `notAnArray` where there is no such array, or more than one and none named.
  static func array(
    _ name: String?, in file: borrowing RegularFile, byteCount: Int
  ) throws(TensorFileError) -> StoredArray {
    let contents = try of(file, byteCount: byteCount).contents(file, byteCount)
    return try choose(name, from: contents, of: file.path)
  }

  /// - Throws: `notAnArray` where no array is meant, with the names of those that there are.
  static func choose(
    _ name: String?, from contents: [StoredArray], of file: FilePath
  ) throws(TensorFileError) -> StoredArray {
    if name == nil, contents.count == 1, let only = contents.first { return only }
    if let name, let array = contents.first(where: { $0.name == name }) { return array }
    let names = contents.compactMap(\.name).prefix(8).map(\.debugDescription).joined(separator: ", ")
    let wanted = name.map { "no array \($0.debugDescription)" } ?? "\(contents.count) arrays, none of them named"
    throw TensorFileError(.notAnArray, in: file, names.isEmpty ? wanted : "\(wanted); there are \(names)")
  }
}

extension RegularFile {
  /// The first bytes, so many of which are there.
  /// - Throws: like `read(into:at:)`.
  func beginning(_ count: Int) throws(TensorFileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    try bytes.withUnsafeMutableBufferPointer { (bytes) throws(TensorFileError) in
      try read(into: UnsafeMutableRawBufferPointer(bytes), at: 0)
    }
    return bytes
  }
}
