/// What files hold, wherever they are: a hash of all their bytes in order, of 128 bits, and how many there are.
public struct ContentFingerprint: Sendable, Hashable {
  /// Bits 64…127 of the hash, and bits 0…63.
  public let high: UInt64
  public let low: UInt64
  public let byteCount: Int

  public init(high: UInt64, low: UInt64, byteCount: Int) {
    self.high = high
    self.low = low
    self.byteCount = byteCount
  }
}
