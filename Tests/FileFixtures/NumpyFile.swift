/// The bytes of a `.npy` file with just this header, unpadded, and these data.
public func npy(_ header: String, version: UInt8 = 1, data: some Collection<UInt8> = EmptyCollection()) -> [UInt8] {
  let text = Array(header.utf8)
  let lengthByteCount = version == 1 ? 2 : 4
  let length = (0..<lengthByteCount).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) }
  return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + text + data
}

/// The bytes of a `.npy` file of this type and shape.
///
/// - Parameters:
///   - descriptor: numpy's name of the element type, such as `<f4`.
///   - isPadded: whether the elements begin at a multiple of 64 bytes, as numpy has it, or wherever the header ends.
public func npy(
  _ descriptor: String, _ shape: [Int], _ data: some Collection<UInt8>, isFortranOrder: Bool = false,
  isPadded: Bool = false
) -> [UInt8] {
  let axes = shape.map { "\($0)," }.joined(separator: " ")
  let order = isFortranOrder ? "True" : "False"
  let dictionary = "{'descr': '\(descriptor)', 'fortran_order': \(order), 'shape': (\(axes)), }"
  // What stands before the dictionary are 10 bytes, and a line feed ends it.
  let padding = isPadded ? 64 - (10 + dictionary.utf8.count + 1) % 64 : 0
  return npy(dictionary + String(repeating: " ", count: padding) + "\n", data: data)
}

/// The bytes of a `.npy` file of doubles in C order, padded.
///
/// - Parameter promised: rows that the header claims, which may be more than there are.
public func npy(_ rows: [[Double]], columnCount: Int, promising promised: Int? = nil) -> [UInt8] {
  npy("<f8", [promised ?? rows.count, columnCount], littleEndian(rows.joined()), isPadded: true)
}

/// The bytes of a `.npy` file of one axis of doubles, padded.
public func npy(_ values: [Double]) -> [UInt8] {
  npy("<f8", [values.count], littleEndian(values), isPadded: true)
}

/// Numbers as `<f8` has them.
public func littleEndian(_ values: some Sequence<Double>) -> [UInt8] {
  values.flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) } }
}
