import FileFixtures
import Foundation
import SystemPackage

/// Files as the program is told of them: by strings.
extension TemporaryDirectory {
  var url: URL { URL(filePath: path.string) }

  /// Writes a file, and makes the directories above it; returns its path.
  @discardableResult
  func write(_ data: some Sequence<UInt8>, to name: String) throws -> String {
    try write(data, to: FilePath(name)).string
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }

  @discardableResult
  func write(_ features: FeatureMatrix, to name: String) throws -> String { try write(features.npy, to: name) }

  /// A float32 dump that takes long to compute and little to store: a few rows of numbers, and a hole in the file. So old
  /// that the hole is no sign of somebody who is still writing.
  func writeLarge(rows: Int, columns: Int, to name: String) throws {
    let first = (0..<8 * columns).map { Float(($0 * 7919) % 1009) / 1009 }
    let header = npy("<f4", [rows, columns], [], isPadded: true)
    let file = try write(header + first.withUnsafeBytes { Array($0) }, to: FilePath(name))
    try resize(file, to: header.count + rows * columns * 4)
    try setAge(of: file, to: 86_400)
  }

  /// What a file holds.
  func read(_ name: String) throws -> Data { Data(try read(FilePath(name))) }
}
