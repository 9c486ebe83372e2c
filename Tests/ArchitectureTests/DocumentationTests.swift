import Foundation
import Testing

@Suite("Documentation")
struct DocumentationTests {
  /// Modules that other packages may use.
  static let libraries = ["LinearAlgebra", "Spectra"]

  @Test("Whatever is public in a library says what it is", arguments: libraries)
  func publicDeclarations(_ module: String) throws {
    for file in try Repository.swiftFiles(below: "Sources/\(module)") {
      #expect(Self.undocumented(in: file.text).isEmpty, "\(file.path)")
    }
  }

  @Test("What is undocumented is found, attributes or not, and what is documented is not")
  func recognisesDocumentation() {
    let bare = "public struct House {\n  public let roof: Int\n  @inlinable\n  public mutating func open() {}\n}"
    #expect(Self.undocumented(in: bare).count == 3)
    let documented = "public import Cellar\n/// Stands.\n@frozen\npublic struct House {\n  let secret = 1\n}"
    #expect(Self.undocumented(in: documented + "\npublic extension House {}").isEmpty)
  }

  @Test("The page of Spectra shows the program that is compiled")
  func example() throws {
    let page = try Repository.text("Sources/Spectra/Spectra.docc/Spectra.md")
    let program = try Repository.text("Tests/Examples/SpectraExample/main.swift")
    #expect(page.contains("```swift\n\(program)```"))
  }

  @Test("Links between pages lead somewhere")
  func links() throws {
    let pages = try Repository.markdownFiles()
    #expect(pages.count > 8)
    for page in pages {
      let text = try Repository.text(page)
      let directory = page.split(separator: "/").dropLast().joined(separator: "/")
      for link in Self.links(in: text) {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? page : directory.isEmpty ? "\(parts[0])" : "\(directory)/\(parts[0])"
        #expect(Repository.has(target), "\(page): \(link)")
        guard parts.count == 2, target.hasSuffix(".md") else { continue }
        #expect(Self.anchors(in: try Repository.text(target)).contains(String(parts[1])), "\(page): \(link)")
      }
      for name in text.matches(of: /<doc:([\w-]+)>/).map(\.1) {
        #expect(Repository.has("\(directory)/\(name).md"), "\(page): \(name)")
      }
    }
  }

  @Test("Every suite that is said to hold an invariant exists")
  func invariants() throws {
    let page = try Repository.text("Sources/eigentop/Documentation.docc/Architecture.md")
    let suites = Set(
      try Repository.swiftFiles(below: "Tests").flatMap { file in
        file.text.matches(of: /(?:struct|class) (\w+Tests)\b/).map { String($0.1) }
      })
    let rows = page.split(separator: "\n").filter { $0.starts(with: #/\| \d+ \|/#) }
    let invariants = rows.filter { $0.contains("Tests`") }
    #expect(invariants.count >= 10)
    for row in invariants {
      for name in row.matches(of: /`(\w+Tests)`/).map({ String($0.1) }) { #expect(suites.contains(name), "\(name)") }
    }
  }

  @Test("The pages of a module name what is declared in it", arguments: try Self.modulesWithPages())
  func symbols(_ module: String) throws {
    let lines = try Repository.swiftFiles(below: "Sources/\(module)").flatMap { file in
      file.text.split(separator: "\n").filter { $0.contains("public ") }
    }
    let declared = Set(
      lines.compactMap { $0.firstMatch(of: /public (?:[a-z]+ )*(?:struct|enum|class|actor|protocol) (\w+)/)?.1 })
    let page = try Repository.text("Sources/\(module)/\(module).docc/\(module).md")
    #expect(page.hasPrefix("# ``\(module)``\n"))
    for name in Self.prose(of: page).matches(of: /``(\w+)/).map(\.1) where name != module {
      #expect(declared.contains(name), "\(name)")
    }
  }

  private static func modulesWithPages() throws -> [String] {
    try Repository.modules().filter { Repository.has("Sources/\($0)/\($0).docc") }
  }

  /// Lines that declare something public and have no documentation above them.
  private static func undocumented(in text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return lines.indices.filter { index in
      guard lines[index].contains("public ") else { return false }
      let isDeclaration = lines[index].contains(/^(?:@\w+(?:\([^)]*\))? )*public (?!import|extension)/)
      let above = lines[..<index].last { !$0.hasPrefix("@") }
      return isDeclaration && above?.hasPrefix("///") != true
    }.map { lines[$0] }
  }

  /// The lines outside of blocks of code.
  private static func prose(of text: String) -> String {
    var isCode = false
    return text.split(separator: "\n").filter { line in
      let isFence = line.hasPrefix("```")
      if isFence { isCode.toggle() }
      return !isCode && !isFence && !line.hasPrefix("    ")
    }.joined(separator: "\n")
  }

  /// Relative ones, outside of code.
  private static func links(in text: String) -> [String] {
    prose(of: text).replacing(/`[^`\n]*`/, with: "").matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }.filter {
      !$0.contains(":")
    }
  }

  /// What headings are called in links, as GitHub makes it of them.
  private static func anchors(in text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
        line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
          .filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }.replacing(" ", with: "-")
      })
  }
}
