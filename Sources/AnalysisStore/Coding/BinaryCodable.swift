/// What can be written as bytes, and read back the same to the last bit.
protocol BinaryCodable {
  func write(to writer: inout BinaryWriter)
  init(from reader: inout BinaryReader) throws(BinaryReader.Damage)
}

extension UInt64: BinaryCodable {
  func write(to writer: inout BinaryWriter) { writer.append(self) }
  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) { self = try reader.word() }
}

extension Int: BinaryCodable {
  func write(to writer: inout BinaryWriter) { writer.append(UInt64(bitPattern: Int64(self))) }
  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) { self.init(Int64(bitPattern: try reader.word())) }
}

/// By its bits: NaN, infinities and −0 stay what they are.
extension Double: BinaryCodable {
  func write(to writer: inout BinaryWriter) { writer.append(bitPattern) }
  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) { self.init(bitPattern: try reader.word()) }
}

extension Bool: BinaryCodable {
  func write(to writer: inout BinaryWriter) { writer.append(self ? 1 : UInt8(0)) }
  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) { self = try reader.byte() != 0 }
}

extension String: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    utf8.count.write(to: &writer)
    writer.append(contentsOf: utf8)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let bytes = try reader.bytes(count: reader.count())
    guard let text = String(validating: bytes, as: UTF8.self) else { throw BinaryReader.Damage() }
    self = text
  }
}

extension Optional: BinaryCodable where Wrapped: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    (self != nil).write(to: &writer)
    self?.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self = try Bool(from: &reader) ? try Wrapped(from: &reader) : nil
  }
}

extension Array: BinaryCodable where Element: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    count.write(to: &writer)
    for element in self { element.write(to: &writer) }
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self = []
    for _ in 0..<(try reader.count()) { append(try Element(from: &reader)) }
  }
}

/// By its name, which outlives the order of cases.
extension BinaryCodable where Self: RawRepresentable<String> {
  func write(to writer: inout BinaryWriter) { rawValue.write(to: &writer) }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    guard let value = Self(rawValue: try String(from: &reader)) else { throw BinaryReader.Damage() }
    self = value
  }
}
