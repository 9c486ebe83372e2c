import Foundation
import FoundationXML

/// A drawing read back: its paths in the order in which they were drawn, and its texts about itself.
final class DrawnSVG: NSObject, XMLParserDelegate {
  struct Path {
    let stroke: String?
    let fill: String?
    let isCurved: Bool
    /// The corners, of curves their ends.
    let points: [(x: Double, y: Double)]
  }

  private(set) var paths: [Path] = []
  private(set) var title = ""
  private(set) var summary = ""
  private(set) var size = (width: 0.0, height: 0.0)
  private(set) var elements: Set<String> = []
  private var open: [String] = []

  struct Malformed: Error {
    let reason: String
  }

  /// - Throws: what is wrong with the XML.
  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { throw Malformed(reason: "\(String(describing: parser.parserError))") }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(name)
    elements.insert(name)
    if name == "svg" {
      size = (Self.points(attributes["width"]), Self.points(attributes["height"]))
    }
    // Letters are paths in symbols, which are used elsewhere.
    guard name == "path", !open.contains("symbol"), !open.contains("clipPath"), let shape = attributes["d"] else {
      return
    }
    let style = Dictionary(
      (attributes["style"] ?? "").split(separator: ";").map { part in
        let pair = part.split(separator: ":", maxSplits: 1).map(String.init)
        return (pair[0], pair.count > 1 ? pair[1] : "")
      }
    ) { first, _ in first }
    func color(_ key: String) -> String? { style[key].flatMap { $0 == "none" ? nil : $0 } }
    paths.append(
      Path(stroke: color("stroke"), fill: color("fill"), isCurved: shape.contains("C"), points: Self.corners(of: shape))
    )
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if open.last == "title" { title += text }
    if open.last == "desc" { summary += text }
  }

  private static func points(_ length: String?) -> Double { Double((length ?? "").replacing("pt", with: "")) ?? .nan }

  private static func corners(of shape: String) -> [(x: Double, y: Double)] {
    var corners: [(x: Double, y: Double)] = []
    var numbers: [Double] = []
    for word in shape.split(separator: " ").map(String.init) + ["Z"] {
      if let number = Double(word) {
        numbers.append(number)
        continue
      }
      if numbers.count >= 2 { corners.append((numbers[numbers.count - 2], numbers[numbers.count - 1])) }
      numbers = []
    }
    return corners
  }
}
