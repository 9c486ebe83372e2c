public import TensorFiles

/// Moments of the first rows of a file that grows, from which the moments of more rows can be computed.
public struct PartialMoments: Sendable, Equatable {
  /// Rows that have entered.
  public let rowCount: Int
  /// Of the bytes that these rows came from, so that a file with another beginning is recognised.
  public let fingerprint: ContentFingerprint
  /// The moments as whoever computed them wrote them.
  public let bytes: [UInt8]

  public init(rowCount: Int, fingerprint: ContentFingerprint, bytes: [UInt8]) {
    self.rowCount = rowCount
    self.fingerprint = fingerprint
    self.bytes = bytes
  }
}
