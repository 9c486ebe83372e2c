import FileFixtures
import SystemPackage
import Testing

@testable import TensorFiles

struct VectorTests {
  private func code(_ name: String) -> TensorFileError.Code? {
    do {
      _ = try readVector(opening: fixture(name))
      return nil
    } catch {
      return error.code
    }
  }

  @Test(arguments: ["vector-float32", "vector-big-float64"])
  func `A file of one axis is read as doubles`(name: String) throws {
    #expect(try readVector(opening: fixture(name)) == [4, 2, 1, 0.5])
  }

  @Test func `Other shapes are refused`() {
    #expect(code("scalar") == .tooFewAxes)
    #expect(code("axes2-c") == .tooManyAxes)
  }

  @Test func `Types that are not numbers are refused`() {
    #expect(code("pickle") == .unsupportedType)
  }

  @Test func `A vector of no values is refused`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(npy("{'descr': '<f8', 'fortran_order': False, 'shape': (0,)}"))
    #expect(throws: TensorFileError(.empty, in: path, "no elements")) { try readVector(opening: path) }
  }

  @Test(arguments: ["False", "True"])
  func `A short vector says how many values are there`(fortranOrder: String) throws {
    let directory = try TemporaryDirectory()
    let bytes = npy(
      "{'descr': '<f8', 'fortran_order': \(fortranOrder), 'shape': (1000000000000,)}",
      data: [UInt8](repeating: 0, count: 17))
    let path = try directory.file(bytes)
    #expect(throws: TensorFileError(.truncated, in: path, at: bytes.count, "1000000000000 values promised, 2 there")) {
      try readVector(opening: path)
    }
  }

  @Test func `A vector of more zeros than memory has room for is refused, though the file has them`() throws {
    let directory = try TemporaryDirectory()
    let bytes = npy("{'descr': '|i1', 'fortran_order': False, 'shape': (8589934592,)}")
    let path = try directory.file(bytes)
    let descriptor = try FileDescriptor.open(path, .writeOnly)
    try descriptor.closeAfter { try descriptor.resize(to: Int64(bytes.count) + 8_589_934_592) }
    #expect(throws: TensorFileError(.tooLarge, in: path, "8589934592 values; at most 67108864 are read")) {
      try readVector(opening: path)
    }
  }
}
