import Glibc
public import SystemPackage

/// The order people expect of numbered names: `epoch_2` before `epoch_10`.
///
/// Names are bytes. A run of digits counts as one number of any length; everything else compares byte by byte, the slash
/// before all others, so that in a list of paths a directory stays together. Names that differ only in leading zeros
/// (`1`, `01`) fall back to their bytes, so that the order is total.
public enum NaturalOrder {
  public static func precedes(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if isDigit(a[i]), isDigit(b[j]) {
        let (x, y) = (number(in: a, from: &i), number(in: b, from: &j))
        if x.count != y.count { return x.count < y.count }
        for place in 0..<x.count {
          let (c, d) = (a[x.lowerBound + place], b[y.lowerBound + place])
          if c != d { return c < d }
        }
      } else {
        if a[i] != b[j] { return rank(a[i]) < rank(b[j]) }
        (i, j) = (i + 1, j + 1)
      }
    }
    if (i == a.count) != (j == b.count) { return i == a.count }
    for place in 0..<min(a.count, b.count) where a[place] != b[place] { return a[place] < b[place] }
    return a.count < b.count
  }

  public static func precedes(_ a: String, _ b: String) -> Bool { precedes(a.utf8.span, b.utf8.span) }

  /// By their bytes, which need not be UTF-8.
  public static func precedes(_ a: FilePath, _ b: FilePath) -> Bool {
    a.withPlatformString { a in
      b.withPlatformString { b in
        precedes(
          UnsafeBufferPointer(start: UnsafeRawPointer(a).assumingMemoryBound(to: UInt8.self), count: strlen(a)).span,
          UnsafeBufferPointer(start: UnsafeRawPointer(b).assumingMemoryBound(to: UInt8.self), count: strlen(b)).span)
      }
    }
  }

  /// By the file, then by the array in it; the file itself first.
  public static func precedes(_ a: ArrayReference, _ b: ArrayReference) -> Bool {
    a.file == b.file ? precedes(a.array ?? "", b.array ?? "") : precedes(a.file, b.file)
  }

  /// Passes the digits at `index`; returns where they are without leading zeros, so that more digits means larger.
  private static func number(in name: Span<UInt8>, from index: inout Int) -> Range<Int> {
    while index < name.count, name[index] == UInt8(ascii: "0") { index += 1 }
    let start = index
    while index < name.count, isDigit(name[index]) { index += 1 }
    return start..<index
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
  }

  private static func rank(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "/") ? 0 : byte }
}
