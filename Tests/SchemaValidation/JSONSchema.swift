import Foundation

/// The part of JSON Schema (2020-12) that the committed schemas use: `type`, `enum`, `required`, `properties`,
/// `additionalProperties`, `items`, `anyOf`, and `$ref` to `$defs`.
public struct JSONSchema {
  private let root: JSONValue

  public init(_ root: JSONValue) { self.root = root }

  /// A schema that is committed with the code: `Analysis/analysis-record.schema.json`.
  public static func committed(_ name: String) throws -> JSONSchema {
    let file = URL(filePath: #filePath).appending(path: "../../../Sources/\(name)")
    return JSONSchema(try JSONValue(parsing: Data(contentsOf: file.standardized)))
  }

  /// What is wrong with a value, each with its place; empty for a valid one.
  public func faults(of value: JSONValue) -> [String] { faults(of: value, by: root, at: "$") }

  private static let known: Set<String> = [
    "$schema", "$defs", "$ref", "title", "description", "type", "enum", "required", "properties",
    "additionalProperties", "items", "anyOf",
  ]

  private func faults(of value: JSONValue, by schema: JSONValue, at place: String) -> [String] {
    if schema == .boolean(false) { return ["\(place) is not known"] }
    var faults: [String] = []
    for keyword in Set(schema.members?.keys.map { $0 } ?? []).subtracting(Self.known) {
      faults.append("the validator does not know \(keyword)")
    }
    if let reference = schema["$ref"]?.text {
      let target = reference.split(separator: "/").dropFirst().reduce(root as JSONValue?) { $0?[String($1)] }
      guard let target else { return ["\(reference) leads nowhere"] }
      faults += self.faults(of: value, by: target, at: place)
    }
    if let type = schema["type"] {
      let names = type.text.map { [$0] } ?? type.elements.compactMap(\.text)
      if !names.contains(where: { value.isOf(type: $0) }) { faults.append("\(place) is no \(names)") }
    }
    if let choices = schema["enum"], !choices.elements.contains(value) { faults.append("\(place) is no choice") }
    if let branches = schema["anyOf"],
      !branches.elements.contains(where: { self.faults(of: value, by: $0, at: place).isEmpty })
    {
      faults.append("\(place) is none of the alternatives")
    }
    if let items = schema["items"] {
      for (i, element) in value.elements.enumerated() {
        faults += self.faults(of: element, by: items, at: "\(place)[\(i)]")
      }
    }
    guard let members = value.members else { return faults }
    for name in schema["required"]?.elements.compactMap(\.text) ?? [] where members[name] == nil {
      faults.append("\(place).\(name) is missing")
    }
    for (name, member) in members {
      if let own = schema["properties"]?[name] ?? schema["additionalProperties"] {
        faults += self.faults(of: member, by: own, at: "\(place).\(name)")
      }
    }
    return faults
  }
}

extension JSONValue {
  fileprivate func isOf(type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.boolean, "boolean"), (.number, "number"), (.string, "string"), (.array, "array"),
      (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
