import FileFixtures
import SystemPackage
import Testing

@testable import TensorFiles

struct LabelTests {
  private func file(_ type: String, _ shape: String, _ data: [UInt8]) throws -> (TemporaryDirectory, FilePath) {
    let directory = try TemporaryDirectory()
    return (
      directory,
      try directory.file(npy("{'descr': '\(type)', 'fortran_order': False, 'shape': (\(shape))}", data: data))
    )
  }

  private func bytes<Value>(_ values: [Value]) -> [UInt8] { values.withUnsafeBytes { Array($0) } }

  @Test func `Integers, booleans and integers stored as floating-point numbers are labels`() throws {
    let files = try [
      file("<i8", "4,", bytes([-3, 0, 7, 1 << 53 - 1])), file("|b1", "4,", [0, 1, 0, 255]),
      file("<f4", "4,", bytes([2, 1, -0, 9] as [Float])), file("|u1", "4,", [255, 0, 1, 2]),
    ]
    let expected = [[-3, 0, 7, 1 << 53 - 1], [0, 1, 0, 1], [2, 1, 0, 9], [255, 0, 1, 2]]
    for ((_, path), labels) in zip(files, expected) { #expect(try readLabels(opening: path) == labels) }
  }

  @Test(arguments: [0.5, .nan, .infinity, -.infinity, 0x1p53, -0x1p60, 1e300, 1e-300])
  func `What is no integer, or cannot be told from its neighbours, is no label`(value: Double) throws {
    let (directory, path) = try file("<f8", "3,", bytes([1, value, 2]))
    let message = "label 1 is \(value); integers within ±2⁵³ expected"
    withExtendedLifetime(directory) {
      _ = #expect(throws: TensorFileError(.notALabel, in: path, message)) { try readLabels(opening: path) }
    }
  }

  @Test(arguments: [Int64.max, .min, 1 << 53])
  func `Integers that a double rounds are no labels`(value: Int64) throws {
    let (directory, path) = try file("<i8", "2,", bytes([value, 1]))
    withExtendedLifetime(directory) {
      let error = #expect(throws: TensorFileError.self) { try readLabels(opening: path) }
      #expect(error?.code == .notALabel)
    }
  }

  @Test func `A single column is as good as one axis`() throws {
    let (directory, path) = try file("<i8", "3, 1", bytes([4, 0, 2]))
    #expect(try withExtendedLifetime(directory) { try readLabels(opening: path) } == [4, 0, 2])
  }

  @Test func `One-hot rows have the column of their 1, in either order of memory`() throws {
    let files = try [
      file("|u1", "4, 3", [0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0]),
      file("<f4", "4, 3", bytes([0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0] as [Float])),
    ]
    for (_, path) in files { #expect(try readLabels(opening: path) == [1, 0, 2, 1]) }
    let directory = try TemporaryDirectory()
    let path = try directory.file(
      npy("{'descr': '|b1', 'fortran_order': True, 'shape': (2, 3)}", data: [0, 1, 0, 0, 1, 0]))
    #expect(try readLabels(opening: path) == [2, 0])
  }

  @Test(arguments: [[1.0, 1, 0], [0, 0, 0], [0, 2, 0], [0.5, 0.5, 0], [.nan, 0, 0], [-1, 0, 0]])
  func `A row that is not one-hot is named`(row: [Double]) throws {
    let (directory, path) = try file("<f8", "2, 3", bytes([0, 0, 1] + row))
    withExtendedLifetime(directory) {
      let error = #expect(throws: TensorFileError.self) { try readLabels(opening: path) }
      #expect(error?.code == .notALabel && error?.message.contains("row 1 is not one-hot") == true)
    }
  }

  @Test func `Empty, torn and three-dimensional files are refused as vectors are`() throws {
    let files = try [
      file("<i8", "0,", []), file("<i8", "0, 3", []), file("<i8", "4,", bytes([1, 2])),
      file("<i8", "2, 2", bytes([1, 0])), file("<i8", "1, 2, 2", bytes([1, 2, 3, 4])),
    ]
    let codes = files.map { _, path in #expect(throws: TensorFileError.self) { try readLabels(opening: path) }?.code }
    #expect(codes == [.empty, .empty, .truncated, .truncated, .tooManyAxes])
  }
}
