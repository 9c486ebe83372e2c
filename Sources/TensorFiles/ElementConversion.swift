extension ArrayHeader {
  /// Converts all elements stored in `source` and writes them to `target[0]`, `target[stride]`, `target[2 * stride]`, …
  ///
  /// Exact, but for integers beyond 2⁵³, which are rounded to the nearest double.
  func convert(_ source: UnsafeRawBufferPointer, to target: UnsafeMutablePointer<Double>, stride: Int) {
    let isSwapped = byteOrder != .native
    switch elementType {
    case .float16: decode(source, isSwapped, target, stride) { (bits: UInt16) in Double(float16: bits) }
    case .bfloat16: decode(source, isSwapped, target, stride) { (bits: UInt16) in Double(bfloat16: bits) }
    case .float32: decode(source, isSwapped, target, stride) { (bits: UInt32) in Double(Float(bitPattern: bits)) }
    case .float64: decode(source, isSwapped, target, stride) { (bits: UInt64) in Double(bitPattern: bits) }
    case .int8: decode(source, isSwapped, target, stride) { (value: Int8) in Double(value) }
    case .int16: decode(source, isSwapped, target, stride) { (value: Int16) in Double(value) }
    case .int32: decode(source, isSwapped, target, stride) { (value: Int32) in Double(value) }
    case .int64: decode(source, isSwapped, target, stride) { (value: Int64) in Double(value) }
    case .uint8: decode(source, isSwapped, target, stride) { (value: UInt8) in Double(value) }
    case .uint16: decode(source, isSwapped, target, stride) { (value: UInt16) in Double(value) }
    case .uint32: decode(source, isSwapped, target, stride) { (value: UInt32) in Double(value) }
    case .uint64: decode(source, isSwapped, target, stride) { (value: UInt64) in Double(value) }
    case .bool: decode(source, isSwapped, target, stride) { (value: UInt8) in value == 0 ? 0 : 1 }
    }
  }
}

extension Double {
  /// Without the F16C instructions, which cannot be taken for granted, `Double(Float16(bitPattern: bits))` is a function
  /// call per element and takes many times as long as all the rest.
  init(float16 bits: UInt16) {
    // With its exponent in a float's place the number is too small by the difference of the biases, 127 - 15. The
    // product is exact and makes normal numbers of subnormal ones; infinities and NaN need the greatest exponent.
    let magnitude = UInt32(bits & 0x7FFF) << 13
    let finite = (Float(bitPattern: magnitude) * 0x1p112).bitPattern
    let isFinite = bits & 0x7C00 != 0x7C00
    let sign = UInt32(bits & 0x8000) << 16
    self.init(Float(bitPattern: sign | (isFinite ? finite : magnitude | 0x7F80_0000)))
  }

  fileprivate init(bfloat16 bits: UInt16) {
    self.init(Float(bitPattern: UInt32(bits) << 16))
  }
}

/// One loop per element type: always inlined, so that neither the type nor the byte order is decided per element.
@inline(__always)
private func decode<Bits: FixedWidthInteger>(
  _ source: UnsafeRawBufferPointer, _ isSwapped: Bool, _ target: UnsafeMutablePointer<Double>, _ stride: Int,
  _ value: (Bits) -> Double
) {
  let width = MemoryLayout<Bits>.size
  for index in 0..<source.count / width {
    let bits = source.loadUnaligned(fromByteOffset: index * width, as: Bits.self)
    target[index * stride] = value(isSwapped ? bits.byteSwapped : bits)
  }
}
