import Foundation
import TOMLKit

/// The text of a theme or of the configuration, and where in it things are.
struct TOMLFile {
  /// What is wrong with it, in words that name the file, and the line if there is one.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  let path: String
  let table: TOMLTable
  private let lines: [Substring]

  /// Reads a file.
  init(_ file: URL) throws(Failure) {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw Failure(description: "\(file.path): it cannot be read as UTF-8 text")
    }
    try self.init(text, path: file.path)
  }

  /// - Parameters:
  ///   - text: TOML.
  ///   - path: the name of the file in messages.
  init(_ text: String, path: String) throws(Failure) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw Failure(description: "\(path):\(error.source.begin.line): \(error.description)")
    } catch {
      throw Failure(description: "\(path): \(error)")
    }
  }

  /// A table of the file by its name; nil where there is none.
  func section(_ name: String) throws(Failure) -> TOMLTable? {
    guard let value = table[name] else { return nil }
    guard let section = value.table else { throw failure("it is not a table", at: Place(section: name)) }
    return section
  }
}

// MARK: - Places

extension TOMLFile {
  /// A key of a section, and a word of its value that matters.
  struct Place {
    var section: String
    var key: String?
    var word: String?

    fileprivate var name: String { "[\(section)]" + (key.map { " \($0)" } ?? "") }
  }

  /// `/home/user/…/mine.toml:12: [ui] title: reason`.
  func failure(_ reason: String, at place: Place) -> Failure {
    Failure(description: describe(reason, at: place, in: path))
  }

  /// `mine.toml:12: [ui] title: reason`, short enough for an overlay.
  func warning(_ reason: String, at place: Place) -> String {
    describe(reason, at: place, in: path.split(separator: "/").last.map(String.init) ?? path)
  }

  private func describe(_ reason: String, at place: Place, in name: String) -> String {
    "\(name)\(line(of: place).map { ":\($0)" } ?? ""): \(place.name): \(reason)"
  }

  /// Counted from 1. TOMLKit knows the lines of what it cannot parse, but not of keys.
  private func line(of place: Place) -> Int? {
    var section = ""
    var start: Int?
    for (index, line) in lines.enumerated() {
      let text = line.drop(while: \.isWhitespace)
      if text.hasPrefix("[") {
        section = text.drop { $0 == "[" }.prefix { $0 != "]" }.trimmingCharacters(in: .whitespaces)
        if section == place.section, start == nil { start = index }
      } else if let key = place.key {
        let name = text.prefix { $0 != "=" }.trimmingCharacters(in: Self.quotesAndSpaces)
        let isThere = section == place.section && name == key || section.isEmpty && name == "\(place.section).\(key)"
        guard isThere else { continue }
        start = index
        break
      }
    }
    guard let start else { return nil }
    // The value may go on over several lines.
    let exact = place.word.flatMap { word in lines[start...].firstIndex { $0.contains(word) } }
    return (exact ?? start) + 1
  }

  private static let quotesAndSpaces = CharacterSet.whitespaces.union(CharacterSet(charactersIn: "\"'"))
}
