import FileFixtures
import SystemPackage

/// A `.npy` file of rows and columns in the making.
enum DumpFile {
  /// Writes the header (version 1, 128 bytes), then what `body` has to write: N × D elements in C order.
  ///
  /// - Parameter element: numpy's name of the element type, such as `<f4`.
  static func write(
    _ path: FilePath, element: String, shape: Shape, body: (FileDescriptor) throws -> Void
  ) throws {
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
    try file.closeAfter {
      try file.writeAll(npy(element, [shape.rows, shape.columns], [], isPadded: true))
      try body(file)
    }
  }
}
