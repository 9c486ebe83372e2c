import Foundation

/// The `.npy` format, as little of it as the tests write.
enum NumpyArray {
  /// Everything before the elements.
  static func header(_ type: String, shape: [Int]) -> Data {
    let axes = shape.map { "\($0)," }.joined(separator: " ")
    let text = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(axes)), }"
    let padding = 64 - (10 + text.utf8.count + 1) % 64
    let header = Data((text + String(repeating: " ", count: padding) + "\n").utf8)
    return Data([0x93] + "NUMPY".utf8 + [1, 0, UInt8(header.count & 0xff), UInt8(header.count >> 8)]) + header
  }

  static func vector(_ values: [Double]) -> Data {
    header("<f8", shape: [values.count]) + values.withUnsafeBytes { Data($0) }
  }

  /// A float32 dump that takes long to compute and little to store: a few rows of numbers, and a hole in the file. So old
  /// that the hole is no sign of somebody who is still writing.
  static func writeLarge(rows: Int, columns: Int, to file: URL) throws {
    let first = (0..<8 * columns).map { Float(($0 * 7919) % 1009) / 1009 }
    try (header("<f4", shape: [rows, columns]) + first.withUnsafeBytes { Data($0) }).write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: UInt64(header("<f4", shape: [rows, columns]).count + rows * columns * 4))
    try handle.close()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -86_400)], ofItemAtPath: file.path)
  }
}
