/// Comma-separated values as RFC 4180 has them, but for the ends of lines, which are those of this system.
public enum CommaSeparated {
  public static func text(_ rows: [[String]]) -> String { rows.map { line($0) + "\n" }.joined() }

  /// A row, without its end.
  public static func line(_ fields: [String]) -> String { fields.map(quoted).joined(separator: ",") }

  /// All digits; nothing for what is not finite.
  public static func text(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return "\(whole)" }
    return number.isFinite ? "\(number)" : ""
  }

  private static func quoted(_ field: String) -> String {
    // Not characters: a comma with a combining mark behind it is another one, and still separates.
    let scalars = field.unicodeScalars
    guard scalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return field }
    var quoted = "\"".unicodeScalars
    for scalar in scalars { quoted.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar]) }
    return String(quoted) + "\""
  }
}
