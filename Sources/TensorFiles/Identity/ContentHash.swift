internal import CXXHash
import LinearAlgebra

/// The running hash of a dump from its first row on (XXH3, 128 bits): of what every file says of its elements, and of
/// their bytes. It can be taken at any row and goes on from there.
///
/// What it comes to after n rows depends on nothing but those rows, not on how they were appended: the row count and the
/// fingerprint are all that has to be stored for the beginning of a dump to be verified later.
public struct ContentHash: ~Copyable, @unchecked Sendable {
  /// Rows that have entered.
  public internal(set) var rowCount = 0
  /// Bytes that have entered.
  private var byteCount = 0
  /// Nobody else's, which is what makes it `Sendable`.
  private let state: OpaquePointer

  /// Of no rows.
  public init() {
    self.init(resetting: true)
  }

  private init(resetting: Bool) {
    // As everywhere in Swift, memory that cannot be had ends the process.
    guard let state = XXH3_createState() else { preconditionFailure("no memory for a hash of 576 bytes") }
    self.state = state
    if resetting { XXH3_128bits_reset(state) }
  }

  deinit {
    XXH3_freeState(state)
  }

  /// The same, to go on independently.
  public func copy() -> ContentHash {
    var copy = ContentHash(resetting: false)
    XXH3_copyState(copy.state, state)
    copy.rowCount = rowCount
    copy.byteCount = byteCount
    return copy
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
    byteCount += bytes.count
  }

  /// Adds what is made of the axes, where that is anything but flattening them.
  mutating func add(_ pooling: TokenPooling) {
    var description = Array("tokens \(pooling.rawValue)\n".utf8)
    description.withUnsafeMutableBytes { update(UnsafeRawBufferPointer($0)) }
  }

  /// What has entered hashes to.
  public var fingerprint: ContentFingerprint {
    let digest = XXH3_128bits_digest(state)
    return ContentFingerprint(high: digest.high64, low: digest.low64, byteCount: byteCount)
  }
}

extension ArrayFile {
  /// Adds the bytes of some rows, in front of the first what the header says of all: of a file to which rows may be
  /// appended, anything but how many there are. In Fortran order `rows` are all.
  func add(rows: Range<Int>, to hash: inout ContentHash) throws(TensorFileError) {
    if rows.lowerBound == 0 {
      var description = Array(stored.contentDescription.utf8)
      description.withUnsafeMutableBytes { hash.update(UnsafeRawBufferPointer($0)) }
    }
    try withUnsafeTemporaryAllocation(byteCount: 256 << 10, alignment: 64) { (buffer) throws(TensorFileError) in
      let start = stored.dataOffset + rows.lowerBound * stored.rowByteCount
      let end = stored.dataOffset + rows.upperBound * stored.rowByteCount
      for offset in stride(from: start, to: end, by: buffer.count) {
        let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, end - offset)])
        try file.read(into: piece, at: offset)
        file.prefetch(offset + piece.count..<min(end, offset + 2 * piece.count))
        hash.update(UnsafeRawBufferPointer(piece))
      }
    }
    hash.rowCount += rows.count
  }
}

extension StoredArray {
  /// All that gives the bytes a meaning: `float32 littleEndian C 64`.
  fileprivate var contentDescription: String {
    let axes = isFortranOrder ? shape[...] : shape.dropFirst()
    return "\(elementType.rawValue) \(byteOrder) \(isFortranOrder ? "Fortran" : "C") "
      + axes.map(String.init).joined(separator: " ") + "\n"
  }
}
