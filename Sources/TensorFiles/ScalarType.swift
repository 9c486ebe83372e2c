/// The type of one element of a stored array, under the name that numpy prints.
public enum ScalarType: String, Sendable, CaseIterable {
  case float16, float32, float64
  /// The upper half of a `float32`, which numpy stores as a two-byte void with a byte order (`<V2`).
  case bfloat16
  case int8, int16, int32, int64
  case uint8, uint16, uint32, uint64
  /// One byte; anything but 0 counts as 1.
  case bool

  /// The name numpy prints: `float32`, `uint8`, …
  public var name: String { rawValue }

  /// Bytes per element.
  public var byteCount: Int {
    switch self {
    case .int8, .uint8, .bool: 1
    case .float16, .bfloat16, .int16, .uint16: 2
    case .float32, .int32, .uint32: 4
    case .float64, .int64, .uint64: 8
    }
  }

  /// Greatest relative error u of rounding a real number to this type, where that rounding is coarser than the double
  /// precision of the analysis: 2⁻¹¹, 2⁻⁸ and 2⁻²⁴ for `float16`, `bfloat16` and `float32`, 0 for all others.
  public var unitRoundoff: Double {
    switch self {
    case .float16: 0x1p-11
    case .bfloat16: 0x1p-8
    case .float32: 0x1p-24
    default: 0
    }
  }
}

extension ScalarType {
  /// The distance s of neighbouring subnormal numbers, which rounding to this type is never finer than: 2⁻²⁴, 2⁻¹³³ and
  /// 2⁻¹⁴⁹ for `float16`, `bfloat16` and `float32`, 0 for all others.
  public var leastSpacing: Double {
    switch self {
    case .float16: 0x1p-24
    case .bfloat16: 0x1p-133
    case .float32: 0x1p-149
    default: 0
    }
  }
}

/// Which byte of an element is stored first.
public enum ByteOrder: Sendable {
  case littleEndian, bigEndian

  /// The order of the machine this runs on.
  static let native: ByteOrder = 1.littleEndian == 1 ? .littleEndian : .bigEndian
}
