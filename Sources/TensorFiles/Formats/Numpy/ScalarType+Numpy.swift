extension ScalarType {
  /// Reads numpy's `descr`, such as `<f4` or `|b1`; nil for strings, objects, complex numbers and whatever else is not
  /// a real number of at most 64 bits.
  static func parse(descriptor: String) -> (type: ScalarType, byteOrder: ByteOrder)? {
    let byteOrder: ByteOrder
    switch descriptor.first {
    case "<": byteOrder = .littleEndian
    case ">": byteOrder = .bigEndian
    case "=", "|": byteOrder = .native
    default: return nil
    }
    let type: ScalarType
    switch descriptor.dropFirst() {
    case "f2": type = .float16
    case "f4": type = .float32
    case "f8": type = .float64
    // `|V2` is two bytes of anything; only an order makes them a number.
    case "V2" where descriptor.first == "<" || descriptor.first == ">": type = .bfloat16
    case "i1": type = .int8
    case "i2": type = .int16
    case "i4": type = .int32
    case "i8": type = .int64
    case "u1": type = .uint8
    case "u2": type = .uint16
    case "u4": type = .uint32
    case "u8": type = .uint64
    case "b1": type = .bool
    default: return nil
    }
    return (type, byteOrder)
  }
}
