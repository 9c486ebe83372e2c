extension Float {
  /// The value of a half-precision number, exactly.
  ///
  /// Integer arithmetic without a branch, which fits the vector instructions of every 64-bit x86. Without F16C, which
  /// cannot be taken for granted, `Float(Float16(bitPattern: bits))` is a function call.
  @inline(__always)
  init(float16 bits: UInt16) {
    let magnitude = Int32(truncatingIfNeeded: bits & 0x7FFF) &<< 13
    // All bits or none, by the sign of a difference.
    let isSubnormal = (magnitude &- 1 << 23) &>> 31
    let isSpecial = (31 << 23 &- 1 &- magnitude) &>> 31
    // In a float's place the exponent is too small by the difference of the biases, 127 - 15, that of an infinity or a
    // NaN by twice as much. Where there is none, m · 2⁻²⁴ = (1 + m/2¹⁰) · 2⁻¹⁴ - 2⁻¹⁴: exact, and nowhere a subnormal
    // float, at which many processors are slow.
    let bias = 112 << 23 &+ (isSpecial & 112 << 23) &+ (isSubnormal & 1 << 23)
    let offset = Float(bitPattern: UInt32(bitPattern: isSubnormal & 113 << 23))
    let absolute = Float(bitPattern: UInt32(bitPattern: magnitude &+ bias)) - offset
    self.init(bitPattern: UInt32(bits & 0x8000) &<< 16 | absolute.bitPattern)
  }
}
