import Analysis
import Foundation

/// A value, or null where there is none: every field of our JSON is always there.
struct OrNull<Value: Encodable>: Encodable {
  let value: Value?

  init(_ value: Value?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

extension OrNull<Double> {
  /// JSON has no NaN and no infinity.
  init(finite value: Double?) { self.init(value.flatMap { $0.isFinite ? $0 : nil }) }
}

extension [OrNull<Double>] {
  /// Both ends, null where open.
  init(_ range: ClosedRange<Double>) {
    self = [OrNull(finite: range.lowerBound), OrNull(finite: range.upperBound)]
  }
}

enum JSONOutput {
  /// One line, with what a terminal would obey escaped.
  static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value).withEscapedControls, as: UTF8.self)
  }
}
