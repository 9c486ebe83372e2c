import Foundation
import SystemPackage

/// A directory for the files that a test writes, gone with the last reference.
final class ScratchDirectory {
  let path: FilePath

  init() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    path = FilePath(directory.path(percentEncoded: false))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path.string)
  }

  /// Writes a file, and makes the directories above it.
  @discardableResult
  func write(_ bytes: some Collection<UInt8>, to name: FilePath) throws -> FilePath {
    let file = path.pushing(name)
    try FileManager.default.createDirectory(
      atPath: file.removingLastComponent().string, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file.string))
    return file
  }

  @discardableResult
  func write(_ text: String, to name: FilePath) throws -> FilePath { try write(text.utf8, to: name) }
}

/// Cuts a file off, or continues it with zeros that take no room on disk.
func resize(_ file: FilePath, to byteCount: Int) throws {
  let handle = try FileHandle(forWritingTo: URL(filePath: file.string))
  try handle.truncate(atOffset: UInt64(byteCount))
  try handle.close()
}

/// Sets the time of the last writing so many seconds back.
func setAge(of file: FilePath, to seconds: Double) throws {
  try FileManager.default.setAttributes(
    [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: file.string)
}

/// The bytes of a `.npy` file of this type and shape.
func npy(
  _ descriptor: String, _ shape: [Int], _ data: some Collection<UInt8>, isFortranOrder: Bool = false
) -> [UInt8] {
  let axes = shape.map { "\($0)," }.joined(separator: " ")
  let order = isFortranOrder ? "True" : "False"
  let dictionary = "{'descr': '\(descriptor)', 'fortran_order': \(order), 'shape': (\(axes)), }\n"
  let length = UInt16(dictionary.utf8.count)
  return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xff), UInt8(length >> 8)] + Array(dictionary.utf8) + data
}

/// The bytes of a dump of these rows in double precision.
func float64(_ rows: [[Double]]) -> [UInt8] {
  npy("<f8", [rows.count, rows.first?.count ?? 0], Array(rows.joined()).withUnsafeBytes { Array($0) })
}

/// The bytes of a dump of N × D int8 features, which vary in all directions and differ from seed to seed.
func dump(rows: Int = 40, columns: Int = 20, seed: Int = 0) -> [UInt8] {
  var state = UInt32(truncatingIfNeeded: seed &* 2_654_435_761 &+ 12345)
  return npy(
    "|i1", [rows, columns],
    (0..<rows * columns).map { _ in
      // A linear congruential generator (Numerical Recipes), of which the upper bits are good.
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    })
}
