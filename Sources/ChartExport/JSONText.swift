import Analysis
import Foundation

/// JSON that equal values give equal bytes, without what a terminal would obey.
enum JSONText {
  static func pretty(_ value: some Encodable) throws -> String { try text(value, [.prettyPrinted]) + "\n" }

  /// An array, an element to a line.
  static func lines(_ values: [some Encodable]) throws -> String {
    "[" + (try values.map { try text($0, []) }).joined(separator: ",\n ") + "]\n"
  }

  private static func text(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: try encoder.encode(value).withEscapedControls, as: UTF8.self)
  }
}
