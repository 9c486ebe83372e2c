/// How large features are, and whether they are numbers.
extension UnsafeBufferPointer<Double> {
  /// The largest magnitude, or, where that suffices for `scaling` to hold them, the sum of all. Nil where one is NaN
  /// or infinite.
  func magnitudeIfFinite(cheaplyIfHeldBy scaling: RowScaling) -> Double? {
    let bound = sumOfMagnitudes
    return bound.isFinite && scaling.holds(magnitude: bound) ? bound : magnitudeIfFinite
  }

  /// The largest magnitude; nil where one is NaN or infinite.
  var magnitudeIfFinite: Double? {
    // Magnitudes of doubles order as their bit patterns do, with infinity and NaN above all others.
    var greatest: UInt64 = 0
    for value in self { greatest = Swift.max(greatest, value.magnitude.bitPattern) }
    return greatest < Double.infinity.bitPattern ? Double(bitPattern: greatest) : nil
  }

  /// NaN or infinite where an element is, or where it overflows.
  private var sumOfMagnitudes: Double {
    // In eight sums, which need not wait for one another.
    typealias Bits = SIMD8<UInt64>
    let whole = count / Bits.scalarCount
    let signless = Bits(repeating: Double.greatestFiniteMagnitude.bitPattern | Double.infinity.bitPattern)
    var sums = SIMD8<Double>.zero
    let bytes = UnsafeRawBufferPointer(self)
    for k in 0..<whole {
      let bits = bytes.loadUnaligned(fromByteOffset: k * MemoryLayout<Bits>.size, as: Bits.self)
      sums += unsafeBitCast(bits & signless, to: SIMD8<Double>.self)
    }
    return self[(whole * Bits.scalarCount)...].reduce(sums.sum()) { $0 + $1.magnitude }
  }
}
