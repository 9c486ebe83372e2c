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
    let directory = try ScratchDirectory()
    let path = try directory.file(npy("{'descr': '<f8', 'fortran_order': False, 'shape': (0,)}"))
    #expect(throws: TensorFileError(.empty, in: path, "no elements")) { try readVector(opening: path) }
  }

  @Test(arguments: ["False", "True"])
  func `A short vector says how many values are there`(fortranOrder: String) throws {
    let directory = try ScratchDirectory()
    let bytes = npy(
      "{'descr': '<f8', 'fortran_order': \(fortranOrder), 'shape': (1000000000000,)}",
      data: [UInt8](repeating: 0, count: 17))
    let path = try directory.file(bytes)
    #expect(throws: TensorFileError(.truncated, in: path, at: bytes.count, "1000000000000 values promised, 2 there")) {
      try readVector(opening: path)
    }
  }
}
