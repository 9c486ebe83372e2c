import Foundation

/// The files of this package.
enum Repository {
  struct File: Sendable {
    /// Relative to the package, such as `Sources/Charts/Tick.swift`.
    let path: String
    let text: String
    let swift: SwiftText

    /// Lines, comments included.
    var lineCount: Int { text.count { $0 == "\n" } }
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every Swift file of ours, read once.
  private static let swiftFiles = Result {
    try ["Sources", "Tests"].flatMap { directory in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: directory).path)
        .filter { $0.hasSuffix(".swift") }.sorted()
        .map { path in
          let text = try text("\(directory)/\(path)")
          return File(path: "\(directory)/\(path)", text: text, swift: SwiftText(text))
        }
    }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Every Swift file below a directory.
  static func swiftFiles(below path: String) throws -> [File] {
    try swiftFiles.get().filter { $0.path.hasPrefix(path + "/") }
  }

  /// Every page of ours, relative to the package.
  static func markdownFiles() throws -> [String] {
    let top = try FileManager.default.contentsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".md") }
    return try
      (top
      + ["SampleData", "Sources", "Tests"].flatMap { directory in
        try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: directory).path)
          .filter { $0.hasSuffix(".md") }.map { "\(directory)/\($0)" }
      }).sorted()
  }

  /// Whether there is a file or a directory of this path.
  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// The names of the directories below `Sources`.
  static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }
}
