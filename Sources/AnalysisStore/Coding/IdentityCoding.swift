import TensorFiles

extension SourceIdentity {
  /// Equal for equal identities only.
  var bytes: [UInt8] {
    var writer = BinaryWriter()
    for file in files { file.write(to: &writer) }
    // Neither is written where there was nothing to say in 0.1.0, whose results stay valid.
    if tokens != .flatten || array != nil { tokens.rawValue.write(to: &writer) }
    if let array { array.write(to: &writer) }
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

extension FileIdentity {
  fileprivate func write(to writer: inout BinaryWriter) {
    device.write(to: &writer)
    inode.write(to: &writer)
    let numbers = [byteCount, modificationSeconds, modificationNanoseconds, changeSeconds, changeNanoseconds]
    for number in numbers { number.write(to: &writer) }
  }
}

extension ObjectSource {
  /// Equal bytes for what groups rows equally only. A file of ids counts in its state, wherever it is.
  func write(to writer: inout BinaryWriter) {
    switch self {
    case .items: 0.write(to: &writer)
    case .views(let count):
      1.write(to: &writer)
      count.write(to: &writer)
    case .ids(_, let file):
      2.write(to: &writer)
      file?.write(to: &writer)
    }
  }
}
