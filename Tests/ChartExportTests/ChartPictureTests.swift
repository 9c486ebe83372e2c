import ChartExport
import Charts
import Figures
import FileFixtures
import Foundation
import Testing

@Suite("Charts as pictures")
struct ChartPictureTests {
  @Test(
    "Whatever is on a chart, every format draws it, twice the same",
    arguments: PictureFormat.allCases, [ExampleFigures.everything, ExampleFigures.logLog])
  func everyFormat(_ format: PictureFormat, _ figure: Figure) throws {
    let picture = ChartPicture(figure, style: ExampleFigures.style())
    let file = try picture.file(format, metadata: ExampleFigures.metadata)
    #expect(file.count > 1000)
    #expect(try picture.file(format, metadata: ExampleFigures.metadata) == file)
  }

  @Test("The curve of an SVG read back stands where the data are, to a pixel")
  func coordinates() throws {
    let figure = ExampleFigures.logLog
    let file = try ChartPicture(figure, style: ExampleFigures.style()).file(.svg, metadata: ExampleFigures.metadata)
    let drawn = try DrawnSVG(file)
    let blue = drawn.paths.filter { $0.stroke == "rgb(0%,0%,100%)" }
    let curve = try #require(blue.first { $0.points.count == 200 })
    // The axes are one stroke: from the top of y to the origin and on to the end of x.
    let axes = try #require(drawn.paths.first { $0.stroke == "rgb(20%,20%,20%)" && $0.points.count == 3 })
    let (top, origin, right) = (axes.points[0], axes.points[1], axes.points[2])
    let pixel = 72.0 / 96
    for (point, place) in zip(ExampleFigures.spectrum, curve.points) {
      let x = origin.x + (right.x - origin.x) * log10(point.x) / log10(200)
      let y = origin.y + (top.y - origin.y) * (log10(point.y) + 4) / 5
      #expect(abs(place.x - x) < pixel / 2 && abs(place.y - y) < pixel / 2)
    }
  }

  @Test("A vector drawing holds no pixels, and says of itself what it is")
  func metadata() throws {
    let file = try ChartPicture(ExampleFigures.everything, style: ExampleFigures.style())
      .file(.svg, metadata: ExampleFigures.metadata)
    let drawn = try DrawnSVG(file)
    #expect(!drawn.elements.contains("image"))
    #expect(drawn.title == "T <1>")
    #expect(drawn.summary.hasPrefix("directory: a&b") && drawn.summary.contains("creator: tests"))
    #expect(abs(drawn.size.width - 240) < 0.001)
  }

  @Test("A PDF has one page of text that can be selected, in fonts that it holds, and no date")
  func pdf() throws {
    let figure = ExampleFigures.logLog
    let file = try ChartPicture(figure, style: ExampleFigures.style()).file(.pdf, metadata: ExampleFigures.metadata)
    let information = try Self.poppler("pdfinfo", file)
    #expect(information.contains(#/Pages: +1\n/#) && information.contains(#/Page size: +240 x/#))
    #expect(information.contains("T <1>") && !information.contains("CreationDate"))
    let text = try Self.poppler("pdftotext", file)
    for word in ["10⁻⁴", "rank", "λ of <&> \"x\"", "⚠ few rows", "residual of ln λ"] {
      #expect(text.contains(word), "\(word) is missing")
    }
    #expect(!text.contains("α 1.5"), "what the data say is drawn only when asked for")
    // Name, type and encoding, then whether it is embedded, a subset, and in Unicode.
    let fonts = try Self.poppler("pdffonts", file).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains(#/\ yes +yes +yes\ /#) })
    #expect(try Self.poppler("pdfimages", file, "-list").split(separator: "\n").count == 2, "only the heading")
  }

  @Test("The date of a PDF, where one is asked for, is written as readers of PDF expect it")
  func pdfDate() throws {
    var metadata = ExampleFigures.metadata
    metadata.date = "2026-11-30T12:34:56Z"
    let file = try ChartPicture(ExampleFigures.logLog, style: ExampleFigures.style()).file(.pdf, metadata: metadata)
    #expect(file.firstRange(of: Array("/CreationDate (D:20261130123456Z".utf8)) != nil)
    // The table of places is as it was: no reader has to mend it.
    #expect(try Self.poppler("pdfinfo", file, "-isodates").contains("CreationDate:    2026-11-30T12:34:56Z"))
    #expect(try Self.poppler("pdftotext", file).contains("rank"))
  }

  @Test("A PNG is as large as asked for, and knows its resolution", arguments: [72.0, 300])
  func png(resolution: Double) throws {
    var style = ExampleFigures.style(width: 8.5 / 2.54 * 72, height: 200)
    style.resolution = resolution
    let file = try ChartPicture(ExampleFigures.everything, style: style).file(.png, metadata: ExampleFigures.metadata)
    func number(at offset: Int) -> Double {
      file[offset..<offset + 4].reduce(0) { (sum: Double, byte: UInt8) in sum * 256 + Double(byte) }
    }
    let columns: Double = 8.5 / 2.54 * resolution
    let rows: Double = 200 / 72 * resolution
    #expect(number(at: 16) == columns.rounded())
    #expect(number(at: 20) == rows.rounded())
    let text = String(decoding: file, as: UTF8.self)
    #expect(text.contains("iTXtTitle\0\0\0\0\0T <1>") && text.contains("pHYs"))
    #expect(
      Self.soundChunks(of: file).filter { !["IDAT", "bKGD"].contains($0) } == [
        "IHDR", "pHYs", "iTXt", "iTXt", "iTXt", "IEND",
      ])
  }

  /// The chunks whose checksum is right, by the table that the specification prints code for.
  private static func soundChunks(of file: [UInt8]) -> [String] {
    let table = (0..<256).map { (byte: UInt32) -> UInt32 in
      var value = byte
      for _ in 0..<8 { value = value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
      return value
    }
    func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
      var sum: UInt32 = 0
      for byte in bytes { sum = sum << 8 | UInt32(byte) }
      return sum
    }
    var (names, place): ([String], Int) = ([], 8)
    while place + 12 <= file.count {
      let length = Int(number(file[place..<place + 4]))
      let body = file[place + 4..<place + 8 + length]
      var sum = ~UInt32(0)
      for byte in body { sum = table[Int((sum ^ UInt32(byte)) & 0xff)] ^ (sum >> 8) }
      if ~sum == number(file[place + 8 + length..<place + 12 + length]) {
        names.append(String(decoding: body.prefix(4), as: UTF8.self))
      }
      place += 12 + length
    }
    return names
  }

  @Test("A picture too small for its labels is refused in words")
  func tooSmall() {
    #expect {
      _ = try ChartPicture(ExampleFigures.logLog, style: ExampleFigures.style(width: 40))
        .file(.svg, metadata: ExampleFigures.metadata)
    } throws: { "\($0)".contains("no room for the plot area") }
    #expect(throws: PictureError.self) {
      _ = try ChartPicture(ExampleFigures.logLog, style: ExampleFigures.style(width: 1e9))
        .file(.png, metadata: ExampleFigures.metadata)
    }
  }

  @Test("A name that would be a command, or no XML, is drawn without harm")
  func hostileNames() throws {
    var figure = ExampleFigures.logLog
    figure.chart.title = "a\u{1b}[2Jb\0c\u{202e}d]]>"
    var metadata = ExampleFigures.metadata
    metadata.title = figure.chart.title
    let file = try ChartPicture(figure, style: ExampleFigures.style()).file(.svg, metadata: metadata)
    #expect(try DrawnSVG(file).title == "a[2Jbc\u{202e}d]]>")
    let pdf = try ChartPicture(figure, style: ExampleFigures.style()).file(.pdf, metadata: ExampleFigures.metadata)
    #expect(try Self.poppler("pdftotext", pdf).contains("a·[2Jb·c·d]]>"))
  }

  @Test("A point that several marks share has the marker of the one in front, and no other")
  func sharedPoints() throws {
    var figure = ExampleFigures.logLog
    let point = DataPoint(x: 10, y: 1)
    figure.chart.legend = []
    figure.chart.marks = [
      Mark(.errorBars([ErrorBar(point: point)]), role: .series(0), z: 1),
      Mark(.points([point]), role: .series(1), marker: .cross, z: 2),
    ]
    let file = try ChartPicture(figure, style: ExampleFigures.style()).file(.svg, metadata: ExampleFigures.metadata)
    let drawn = try DrawnSVG(file)
    #expect(!drawn.paths.contains { $0.fill == "rgb(0%,0%,100%)" })
    #expect(drawn.paths.count { $0.stroke == "rgb(0%,50.196078%,0%)" } == 2)
  }

  @Test("A legend with more than there is room for goes on in the next rows, and the plot area stays clear of it")
  func legend() throws {
    var figure = ExampleFigures.logLog
    figure.chart.legend = (0..<40).map { LegendEntry("series number \($0)", role: .series($0)) }
    let file = try ChartPicture(figure, style: ExampleFigures.style()).file(.svg, metadata: ExampleFigures.metadata)
    let drawn = try DrawnSVG(file)
    let axes = try #require(drawn.paths.first { $0.stroke == "rgb(20%,20%,20%)" && $0.points.count == 3 })
    let samples = drawn.paths.filter {
      $0.points.count == 2 && $0.points[0].y == $0.points[1].y && $0.points[0].y < axes.points[0].y
    }
    #expect(samples.count == 40)
    #expect(Set(samples.map { $0.points[0].y }).count > 10, "they are in many rows")
  }

  private static func poppler(_ tool: String, _ file: [UInt8], _ option: String? = nil) throws -> String {
    let directory = try TemporaryDirectory()
    let path = try directory.write(file, to: "chart.pdf")
    return try run(tool, [option, path.string, tool == "pdftotext" ? "-" : nil].compactMap(\.self))
  }

  private static func run(_ tool: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
