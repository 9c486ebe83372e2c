import TensorFiles

extension SourceIdentity {
  /// Equal for equal identities only.
  var bytes: [UInt8] {
    var writer = BinaryWriter()
    for file in files {
      file.device.write(to: &writer)
      file.inode.write(to: &writer)
      let numbers = [
        file.byteCount, file.modificationSeconds, file.modificationNanoseconds, file.changeSeconds,
        file.changeNanoseconds,
      ]
      for number in numbers { number.write(to: &writer) }
    }
    if tokens != .flatten { tokens.rawValue.write(to: &writer) }
    return writer.bytes
  }
}

extension ContentFingerprint {
  var bytes: [UInt8] {
    var writer = BinaryWriter()
    high.write(to: &writer)
    low.write(to: &writer)
    byteCount.write(to: &writer)
    return writer.bytes
  }
}
