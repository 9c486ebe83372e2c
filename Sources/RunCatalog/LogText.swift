import SwiftCSV

/// The text of a log, whatever dialect of CSV it is written in.
struct LogText {
  /// From the header on, a character for every byte: SwiftCSV works by grapheme clusters, and takes minutes over a megabyte of
  /// combining marks. `MetricRows` decodes what people see.
  let text: String
  /// The most frequent of comma, semicolon and tab in the header; blanks where there is none of these.
  let delimiter: CSVDelimiter
  /// The line of the header, from 1: comments (`# …`) and empty lines may come before it.
  let firstLine: Int

  init(_ bytes: [UInt8]) {
    var content = Self.utf8(bytes)[...]
    var line = 1
    while let end = content.firstIndex(of: newline), let first = content.first(where: { $0 != space }),
      first == UInt8(ascii: "#") || first == newline || first == UInt8(ascii: "\r")
    {
      content = content[content.index(after: end)...]
      line += 1
    }
    firstLine = line
    let header = content.prefix { $0 != newline }
    let counts = [(CSVDelimiter.comma, ","), (.semicolon, ";"), (.tab, "\t")].map { delimiter, character in
      (delimiter: delimiter, count: Self.count(of: character.utf8.first ?? 0, in: header))
    }
    let most = counts.reduce(counts[0]) { $1.count > $0.count ? $1 : $0 }
    let isOfBlanks = most.count == 0 && header.split(separator: space).count > 1
    delimiter = most.delimiter
    let shown = isOfBlanks ? Self.commas(forBlanksIn: content)[...] : content
    text = String(decoding: shown.lazy.map(UInt16.init), as: UTF16.self)
  }

  /// Outside of quotes.
  private static func count(of byte: UInt8, in header: ArraySlice<UInt8>) -> Int {
    var (isQuoted, count) = (false, 0)
    for next in header {
      if next == UInt8(ascii: "\"") { isQuoted.toggle() }
      if next == byte, !isQuoted { count += 1 }
    }
    return count
  }

  /// Runs of blanks between cells as one comma each.
  private static func commas(forBlanksIn content: ArraySlice<UInt8>) -> [UInt8] {
    Array(
      content.split(separator: newline, omittingEmptySubsequences: false)
        .map { $0.split { $0 == space || $0 == UInt8(ascii: "\r") }.joined(separator: [UInt8(ascii: ",")]) }
        .joined(separator: [newline]))
  }

  /// Without its byte order mark, and of UTF-16 what that says.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return Array(bytes.dropFirst(3)) }
    let isLittle = bytes.starts(with: [0xff, 0xfe])
    guard isLittle || bytes.starts(with: [0xfe, 0xff]) else { return bytes }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      isLittle
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8 : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
