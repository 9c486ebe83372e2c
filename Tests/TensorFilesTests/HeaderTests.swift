import FileFixtures
import Testing

@testable import TensorFiles

struct HeaderTests {
  private func parse(_ bytes: [UInt8]) throws -> StoredArray {
    try StoredArray(parsing: bytes, of: "x.npy")
  }

  private func error(_ bytes: [UInt8]) -> TensorFileError? {
    do {
      _ = try StoredArray(parsing: bytes, of: "x.npy")
      return nil
    } catch {
      return error
    }
  }

  private func header(
    descr: String = "'<f4'", fortranOrder: String = "False", shape: String = "(2, 2)"
  ) -> String {
    "{'descr': \(descr), 'fortran_order': \(fortranOrder), 'shape': \(shape)}"
  }

  @Test func `A header as numpy writes it is read in full`() throws {
    let text = "{'descr': '>i2', 'fortran_order': True, 'shape': (3, 4, 5), }      \n"
    let expected = StoredArray(
      elementType: .int16, byteOrder: .bigEndian, isFortranOrder: true, shape: [3, 4, 5],
      storage: .contiguous(offset: 10 + text.utf8.count)
    )
    #expect(try parse(npy(text)) == expected)
    #expect(expected.rowCount == 3)
    #expect(expected.columnCount == 20)
  }

  @Test func `Order of keys, kind of quotes, white space and Python 2's long integers do not matter`() throws {
    let header = try parse(npy("\t{\"shape\" :(3L,4L,),'fortran_order':False ,\"descr\":\"<f8\"}\n"))
    #expect(header.shape == [3, 4])
    #expect(header.elementType == .float64)
  }

  @Test func `A file of something else is not an array`() {
    #expect(error(Array("PK\u{3}\u{4} and then some".utf8))?.code == .notAnArray)
  }

  @Test func `A truncated header names the file and the place`() {
    let bytes = npy(header())
    #expect(
      error(bytes.dropLast(9))
        == TensorFileError(
          .truncated, in: "x.npy", at: bytes.count - 9,
          "header of \(bytes.count - 10) bytes promised, \(bytes.count - 19) there"))
    #expect(error([])?.code == .truncated)
  }

  @Test func `A version of the future is refused`() {
    #expect(
      error(npy(header(), version: 4))
        == TensorFileError(.badHeader, in: "x.npy", at: 6, "version 4.0 of the format is not known"))
  }

  @Test func `A header of 2 GiB is refused by its length`() {
    var bytes = npy(header(), version: 2)
    bytes.replaceSubrange(8..<12, with: [0, 0, 0, 0x80])
    #expect(error(bytes)?.code == .badHeader)
    #expect(error(bytes)?.message == "a header of 2147483648 bytes; at most 65524 are read")
  }

  @Test func `A syntax error is placed at its byte`() {
    #expect(error(npy("{'descr'; '<f4'}")) == TensorFileError(.badHeader, in: "x.npy", at: 18, "':' expected"))
  }

  @Test func `10¹² rows are a matter of the file's size, and allocate nothing`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(npy(header(shape: "(1000000000000, 512)"), data: [0, 0, 0, 0]))
    #expect(refusal(of: path)?.code == .truncated)
    #expect(refusal(of: path)?.message == "1000000000000 rows promised, 0 there")
  }

  @Test(arguments: [
    "(4611686018427387904, 4611686018427387904)", "(9223372036854775807, 1)", "(2305843009213693951, 1)",
    "(0, 4611686018427387904, 4611686018427387904)",
  ])
  func `A shape whose size overflows is refused`(shape: String) {
    #expect(error(npy(header(shape: shape)))?.message == "shape is larger than any file")
  }

  @Test(arguments: [
    "(2, -2)", "(2, 2.0)", "(2, True)", "(2, '2')", "(2, (2,))", "[2, 2]", "4", "(4)", "None", "(2 2)", "(,)", "(2, 2",
    "(99999999999999999999, 2)", "(-9223372036854775808, 2)", "(--2, 2)", "(-, 2)",
  ])
  func `A shape that is no tuple of lengths is a bad header`(shape: String) {
    #expect(error(npy(header(shape: shape)))?.code == .badHeader)
  }

  @Test func `More axes than numpy has are refused`() {
    func shape(_ count: Int) -> String { "(" + String(repeating: "1, ", count: count) + ")" }
    #expect(error(npy(header(shape: shape(64)))) == nil)
    #expect(error(npy(header(shape: shape(65))))?.code == .badHeader)
    #expect(error(npy(header(shape: shape(20_000))))?.code == .badHeader)
  }

  @Test func `Nesting is bounded`() {
    let nested = String(repeating: "(", count: 30_000)
    #expect(error(npy(header(shape: nested)))?.message == "nested too deeply")
  }

  @Test(arguments: [
    "'|O'", "'<U8'", "'|S8'", "'<c16'", "'<f16'", "'<M8[ns]'", "'|V2'", "'<V4'", "''", "'f'", "'<'", "'<f3'",
    "'float32'",
    "[('x', '<f4'), ('y', '<f4', (2,))]",
  ])
  func `Types that are not real numbers are refused as such`(descr: String) {
    #expect(error(npy(header(descr: descr)))?.code == .unsupportedType)
  }

  @Test(arguments: [
    "  ", "{ ", "{}", "[]", "'descr'", "{'descr': '<f4'}",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), 'x': 1}",
    "{'descr': '<f4', 'descr': '<f8', 'fortran_order': False, 'shape': (2, 2)}",
    "{'descr': 4, 'fortran_order': False, 'shape': (2, 2)}", "{'descr': '<f4', 'fortran_order': 0, 'shape': (2, 2)}",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2)} {}", "{'descr': '<f4\\", "{'descr': '<f4",
    "__import__('os').system('true')", "{'descr': '<f4', 'fortran_order': False, 'shape': (1 + 1, 2)}",
  ])
  func `A header that is not the dictionary we know is bad`(text: String) {
    #expect(error(npy(text))?.code == .badHeader)
  }

  @Test func `Control characters of a type's name do not reach the message`() {
    #expect(error(npy(header(descr: "'\u{1B}[2J'")))?.message.contains("\u{1B}") == false)
  }
}
