/// The targets of a `Package.swift`, read from its text.
struct PackageManifest {
  struct Target: Sendable {
    /// `target`, `executableTarget`, `testTarget` or `systemLibrary`.
    var kind: String
    var name: String
    /// Modules: targets of the package and products of others.
    var dependencies: Set<String>
    /// Relative to the package.
    var path: String
  }

  let targets: [Target]

  init(_ text: String) {
    let code = SwiftText(text).code.joined(separator: "\n")
    // Products may be named once, as `let filePaths = Target.Dependency.product(name: "SystemPackage", …)`.
    let constants = Dictionary(
      code.matches(of: /let\s+(\w+)\s*=\s*Target\.Dependency\.product\(name:\s*"(\w+)"/).map {
        (String($0.1), String($0.2))
      }, uniquingKeysWith: { first, _ in first })
    targets = code.matches(of: /\.(target|executableTarget|testTarget|systemLibrary)\(/).compactMap { match in
      let arguments = Self.upToClosing(code[match.range.upperBound...])
      guard let name = arguments.firstMatch(of: /name:\s*"(\w+)"/)?.1 else { return nil }
      let kind = String(match.1)
      let path = arguments.firstMatch(of: /\bpath:\s*"([^"]+)"/).map { String($0.1) }
      return Target(
        kind: kind, name: String(name), dependencies: Self.dependencies(in: arguments, constants),
        path: path ?? (kind == "testTarget" ? "Tests/\(name)" : "Sources/\(name)"))
    }
  }

  private static func dependencies(in arguments: Substring, _ constants: [String: String]) -> Set<String> {
    guard let start = arguments.firstMatch(of: /dependencies:\s*\[/)?.range.upperBound else { return [] }
    let list = upToClosing(arguments[start...])
    return Set(
      list.matches(of: /\.product\(name:\s*"(\w+)"[^)]*\)|"(\w+)"|(\w+)/).map { match in
        let constant = match.3.map { constants[String($0)] ?? String($0) }
        return constant ?? String(match.1 ?? match.2 ?? "")
      })
  }

  /// What precedes the bracket that closes one opened before `text`.
  private static func upToClosing(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      switch text[index] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      default: break
      }
      if depth == 0 { return text[..<index] }
    }
    return text
  }
}
