import FileFixtures
import Testing

@testable import TensorFiles

struct ElementTypeTests {
  @Test(arguments: ScalarType.allCases)
  func `Every type is read as numpy wrote it, in both byte orders`(type: ScalarType) throws {
    let expected = fixtureRows(type, columnCount: 5)
    for order in type.byteCount > 1 ? ["little", "big"] : ["little"] {
      let path = fixture("\(type.name)-\(order)")
      #expect(try DumpReader(opening: path).stored.elementType == type)
      #expect(try rows(of: path) == expected, "\(order)-endian")
    }
  }

  @Test func `The ends of the float16 range, infinities, NaN and the sign of zero survive`() throws {
    let rows = try rows(of: fixture("extremes-float16"))
    #expect(rows[0] == [65504, 0x1p-24, 0] && rows[0][2].sign == .minus)
    #expect(rows[1][0] == .infinity && rows[1][1] == -.infinity && rows[1][2].isNaN)
  }

  @Test(arguments: [ByteOrder.littleEndian, .bigEndian])
  func `Each of the 65,536 float16 values is what Swift's Float16 makes of it`(order: ByteOrder) {
    let patterns = (UInt16.min...UInt16.max).map { order == .littleEndian ? $0.littleEndian : $0.bigEndian }
    let values = converted(patterns, as: .float16, order)
    let wrong = (UInt16.min...UInt16.max).filter { bits in
      let expected = Double(Float16(bitPattern: bits))
      let value = values[Int(bits)]
      return expected.isNaN ? !value.isNaN : value.bitPattern != expected.bitPattern
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: 0...17)
  func `No element is lost, whatever their number, and nothing is written behind the last`(count: Int) {
    for type in [ScalarType.float16, .bfloat16, .int16] {
      let ones = [UInt16](repeating: type == .float16 ? 0x3C00 : type == .bfloat16 ? 0x3F80 : 1, count: count)
      #expect(converted(ones, as: type, .native) == [Double](repeating: 1, count: count), "\(type)")
    }
  }

  /// What the conversion of these elements writes, and up to eight doubles behind them if they are written to.
  private func converted(_ stored: [UInt16], as type: ScalarType, _ order: ByteOrder) -> [Double] {
    let header = StoredArray(
      elementType: type, byteOrder: order, isFortranOrder: false, shape: [stored.count],
      storage: .contiguous(offset: 0))
    let untouched = -12345.0
    var target = [Double](repeating: untouched, count: stored.count + 8)
    stored.withUnsafeBytes { source in
      target.withUnsafeMutableBufferPointer { target in
        guard let start = target.baseAddress else { return }
        header.convert(source, to: start)
      }
    }
    while target.count > stored.count, target.last == untouched { target.removeLast() }
    return target
  }

  @Test func `The ends of the float32 range, infinities, NaN and the sign of zero survive`() throws {
    let rows = try rows(of: fixture("extremes-float32"))
    #expect(rows[0] == [0x1.fffffep127, 0x1p-149, 0] && rows[0][2].sign == .minus)
    #expect(rows[1][0] == .infinity && rows[1][1] == -.infinity && rows[1][2].isNaN)
  }

  @Test func `Integers beyond 2⁵³ are rounded to the nearest double`() throws {
    #expect(try rows(of: fixture("extremes-int64")) == [[0x1p63, -0x1p63], [0x1p53, -1]])
    #expect(try rows(of: fixture("extremes-uint64")) == [[0x1p64, 0x1p63], [0x1p53, 0]])
  }

  @Test func `A bool that is neither 0 nor 1 counts as 1`() throws {
    let directory = try TemporaryDirectory()
    let header = "{'descr': '|b1', 'fortran_order': False, 'shape': (2, 2)}"
    #expect(try rows(of: directory.file(npy(header, data: [0, 1, 2, 255]))) == [[0, 1], [1, 1]])
  }

  @Test func `The unit roundoff is that of the stored format where it is coarser than ours`() {
    #expect(ScalarType.float16.unitRoundoff == 0x1p-11)
    #expect(ScalarType.bfloat16.unitRoundoff == 0x1p-8)
    #expect(ScalarType.float32.unitRoundoff == 0x1p-24)
    #expect(ScalarType.float64.unitRoundoff == 0)
    #expect(ScalarType.int8.unitRoundoff == 0)
  }
}
