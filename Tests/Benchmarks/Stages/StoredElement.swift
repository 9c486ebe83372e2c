import FileFixtures

/// An element type as it is stored.
struct StoredElement: Sendable {
  let name: String
  /// numpy's name of it.
  let descriptor: String
  /// The bytes of a number in this type.
  let bytes: @Sendable (Double) -> [UInt8]

  static let all = [
    StoredElement(name: "float16", descriptor: "<f2") { littleEndian(Float16($0).bitPattern) },
    StoredElement(name: "bfloat16", descriptor: "<V2") { littleEndian(UInt16(Float($0).bitPattern >> 16)) },
    StoredElement(name: "int8", descriptor: "|i1") { littleEndian(Int8(($0 * 100).rounded())) },
    StoredElement(name: "float32", descriptor: "<f4") { littleEndian(Float($0).bitPattern) },
    StoredElement(name: "float64", descriptor: "<f8") { littleEndian($0.bitPattern) },
  ]

  private static func littleEndian(_ bits: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: bits.littleEndian) { Array($0) }
  }
}
