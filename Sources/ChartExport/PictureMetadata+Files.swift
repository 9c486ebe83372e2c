extension PictureMetadata {
  /// The same file with what it says of itself. (Cairo does that for PDF alone.)
  func described(_ file: [UInt8], as format: PictureFormat, resolution: Double) -> [UInt8] {
    switch format {
    case .pdf: Self.datedPDF(file)
    case .svg: describedSVG(file)
    case .png: describedPNG(file, resolution: resolution)
    }
  }

  // MARK: PDF

  /// Before 1.18 Cairo wrote dates without the `D:` that they begin with (PDF 1.7, 7.9.4). It takes the place of two of the blanks
  /// before the entry, so that everything in the file stays where its table says.
  private static func datedPDF(_ file: [UInt8]) -> [UInt8] {
    guard let entry = file.firstRange(of: Array("   /CreationDate (".utf8)), file.indices.contains(entry.upperBound),
      file[entry.upperBound] != UInt8(ascii: "D")
    else { return file }
    return file[..<entry.lowerBound] + Array(" /CreationDate (D:".utf8) + file[entry.upperBound...]
  }

  // MARK: SVG

  /// Title and description are the first elements, where viewers and screen readers look for them.
  private func describedSVG(_ file: [UInt8]) -> [UInt8] {
    // Cairo counts the surfaces of the process, which is nothing that a file should depend on.
    let text = String(decoding: file, as: UTF8.self).replacing(#/ id="surface[0-9]+"/#, with: "")
    guard let start = text.firstRange(of: "<svg "), let end = text[start.upperBound...].firstRange(of: ">") else {
      return file
    }
    let elements = """

      <title>\(title.escapedForXML)</title>
      <desc>\(description.escapedForXML)
      creator: \(creator.escapedForXML)\(date.map { "\ndate: \($0.escapedForXML)" } ?? "")</desc>
      """
    return Array((text[..<end.upperBound] + elements + text[end.upperBound...]).utf8)
  }

  // MARK: PNG

  /// Text and the size of a pixel go between the header of the file and its data (PNG 1.2, 4.2 and 11.3).
  private func describedPNG(_ file: [UInt8], resolution: Double) -> [UInt8] {
    // The signature, then the chunk IHDR: length, type, 13 bytes, checksum.
    let header = 8 + 4 + 4 + 13 + 4
    guard file.count > header else { return file }
    let perMeter = UInt32(exactly: (min(max(resolution, 1), 1e6) / 0.0254).rounded()) ?? 1
    var chunks = Self.chunk("pHYs", Self.bytes(of: perMeter) + Self.bytes(of: perMeter) + [1])
    var texts = [("Title", title), ("Description", description), ("Software", creator)]
    if let date { texts.append(("Creation Time", date)) }
    // iTXt: keyword, not compressed, no language, no translation, UTF-8.
    for (keyword, text) in texts { chunks += Self.chunk("iTXt", Array(keyword.utf8) + [0, 0, 0, 0, 0] + text.utf8) }
    return file[..<header] + chunks + file[header...]
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return bytes(of: UInt32(data.count)) + body + bytes(of: checksum(body))
  }

  private static func bytes(of value: UInt32) -> [UInt8] { withUnsafeBytes(of: value.bigEndian, Array.init) }

  /// CRC-32 of ISO 3309, as PNG has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
    }
  }
}

extension String {
  /// As the text of an element. What XML has no place for is left away.
  public var escapedForXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n": text.unicodeScalars.append(scalar)
      default: if scalar.value >= 0x20, ![0xfffe, 0xffff].contains(scalar.value) { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }
}
