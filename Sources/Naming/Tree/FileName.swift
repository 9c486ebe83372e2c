/// Names of files as the rules read them.
package enum FileName {
  /// The name without its suffix, of `checkpoint.pth.tar` without both.
  package static func stem(_ name: String) -> String {
    let bytes = name.utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > bytes.startIndex else { return name }
    let stem = String(name[..<dot])
    let isDouble = ["tar", "gz", "z"].contains { bytes[bytes.index(after: dot)...].elementsEqual($0.utf8) }
    guard isDouble else { return stem }
    for suffix in [".pth", ".pt", ".npy", ".tar", ".pkl", ".joblib"] where stem.hasSuffix(suffix) {
      return String(stem.dropLast(suffix.count))
    }
    return stem
  }
}
