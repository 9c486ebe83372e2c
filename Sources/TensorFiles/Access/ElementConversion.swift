extension StoredArray {
  /// Whether elements are in the file as they are in memory.
  var storesDoubles: Bool { elementType == .float64 && byteOrder == .native }

  /// Converts all elements stored in `source` and writes them to `target[0]`, `target[1]`, …
  ///
  /// Exact, but for integers beyond 2⁵³, which are rounded to the nearest double.
  func convert(_ source: UnsafeRawBufferPointer, to target: UnsafeMutablePointer<Double>) {
    let isSwapped = byteOrder != .native
    switch elementType {
    case .float16: decodeFloat16(source, isSwapped, target)
    case .bfloat16: decode(source, isSwapped, target) { (bits: UInt16) in Double(bfloat16: bits) }
    case .float32: decode(source, isSwapped, target) { (bits: UInt32) in Double(Float(bitPattern: bits)) }
    case .float64: decode(source, isSwapped, target) { (bits: UInt64) in Double(bitPattern: bits) }
    case .int8: decode(source, isSwapped, target) { (value: Int8) in Double(value) }
    case .int16: decode(source, isSwapped, target) { (value: Int16) in Double(value) }
    case .int32: decode(source, isSwapped, target) { (value: Int32) in Double(value) }
    case .int64: decode(source, isSwapped, target) { (value: Int64) in Double(value) }
    case .uint8: decode(source, isSwapped, target) { (value: UInt8) in Double(value) }
    case .uint16: decode(source, isSwapped, target) { (value: UInt16) in Double(value) }
    case .uint32: decode(source, isSwapped, target) { (value: UInt32) in Double(value) }
    case .uint64: decode(source, isSwapped, target) { (value: UInt64) in Double(value) }
    case .bool: decode(source, isSwapped, target) { (value: UInt8) in value == 0 ? 0 : 1 }
    }
  }
}

extension Double {
  @inline(__always)
  fileprivate init(bfloat16 bits: UInt16) {
    self.init(Float(bitPattern: UInt32(bits) << 16))
  }
}

/// A loop for every element type and byte order: always inlined, so that nothing is decided per element and the compiler
/// makes vector instructions of it.
@inline(__always)
private func decode<Bits: FixedWidthInteger>(
  _ source: UnsafeRawBufferPointer, _ isSwapped: Bool, _ target: UnsafeMutablePointer<Double>, _ value: (Bits) -> Double
) {
  forEachElement(source, isSwapped) { (index, bits) in target[index] = value(bits) }
}

/// Float16 by way of floats that stay in the first-level cache: in one loop, the compiler would do all the steps of the
/// conversion in vectors of as few lanes as there are doubles in one.
private func decodeFloat16(
  _ source: UnsafeRawBufferPointer, _ isSwapped: Bool, _ target: UnsafeMutablePointer<Double>
) {
  let count = source.count / 2
  let countAtOnce = 1024
  withUnsafeTemporaryAllocation(of: Float.self, capacity: countAtOnce) { floats in
    guard let floats = floats.baseAddress else { return }
    for first in stride(from: 0, to: count, by: countAtOnce) {
      let part = min(countAtOnce, count - first)
      let stored = UnsafeRawBufferPointer(rebasing: source[2 * first..<2 * (first + part)])
      forEachElement(stored, isSwapped) { (index, bits) in floats[index] = Float(float16: bits) }
      for index in 0..<part { target[first &+ index] = Double(floats[index]) }
    }
  }
}

@inline(__always)
private func forEachElement<Bits: FixedWidthInteger>(
  _ source: UnsafeRawBufferPointer, _ isSwapped: Bool, _ body: (Int, Bits) -> Void
) {
  guard let start = source.baseAddress else { return }
  let width = MemoryLayout<Bits>.size
  let count = source.count / width
  if isSwapped {
    for index in 0..<count {
      body(index, start.loadUnaligned(fromByteOffset: index &* width, as: Bits.self).byteSwapped)
    }
  } else {
    for index in 0..<count { body(index, start.loadUnaligned(fromByteOffset: index &* width, as: Bits.self)) }
  }
}
