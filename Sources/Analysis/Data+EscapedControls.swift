public import Foundation

extension Data {
  /// This JSON with DEL and the C1 controls (U+007F … U+009F) escaped, too: JSON does not ask for it, but terminals
  /// obey them.
  public var withEscapedControls: Data {
    let controls = Unicode.Scalar(0x7f)...Unicode.Scalar(0x9f)
    let scalars = String(decoding: self, as: UTF8.self).unicodeScalars
    guard scalars.contains(where: controls.contains) else { return self }
    return Data(
      scalars.map { controls.contains($0) ? "\\u00" + String($0.value, radix: 16) : String($0) }.joined().utf8)
  }
}
