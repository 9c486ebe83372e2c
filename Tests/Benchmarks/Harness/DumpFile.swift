import SystemPackage

/// A `.npy` file of rows and columns in the making.
enum DumpFile {
  /// Writes the header (version 1, 128 bytes), then what `body` has to write: N × D elements in C order.
  ///
  /// - Parameter element: numpy's name of the element type, such as `<f4`.
  static func write(
    _ path: FilePath, element: String, shape: Shape, body: (FileDescriptor) throws -> Void
  ) throws {
    let dictionary = "{'descr': '\(element)', 'fortran_order': False, 'shape': (\(shape.rows), \(shape.columns)), }"
    let padding = String(repeating: " ", count: max(0, 117 - dictionary.utf8.count))
    let text = Array((dictionary + padding + "\n").utf8)
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
    try file.closeAfter {
      try file.writeAll([0x93] + "NUMPY".utf8 + [1, 0, UInt8(text.count), 0] + text)
      try body(file)
    }
  }
}
