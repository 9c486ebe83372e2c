import Foundation

extension Encodable {
  /// This value as one line of JSON with sorted keys, and with what terminals obey escaped.
  func jsonLine() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self).withEscapedControls
  }
}
