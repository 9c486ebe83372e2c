import Foundation

extension ThemeReport {
  /// The report for people.
  var lines: [String] {
    let contrasts = contrasts.map { contrast in
      [contrast.role, Self.number(contrast.ratio, 1), Self.demand(contrast.least, 1, contrast.isMet)]
    }
    let distances = distances.map { distance in
      [
        "\(distance.colors), \(distance.vision)", Self.number(distance.distance, 3),
        Self.demand(distance.least, 2, distance.isMet), distance.between.map(String.init).joined(separator: " and "),
      ]
    }
    let steps = sequential.lightness.map { Self.number($0, 2) }.joined(separator: " ")
    return ["\(name.visible): \(passes ? "good" : "too little")"]
      + TextColumns(titles: ["  contrast", "", "at least"], rows: contrasts.map(Self.indented)).lines
      + TextColumns(titles: ["  ΔE Oklab", "", "at least", "of"], rows: distances.map(Self.indented)).lines
      + [
        "  lightness of the sequential ramp: \(steps.isEmpty ? "—" : steps)\(sequential.isSteady ? "" : ", not steady")"
      ]
      + [""]
  }

  private static func indented(_ row: [String]) -> [String] { row.prefix(1).map { "  \($0)" } + row.dropFirst() }

  private static func number(_ value: Double?, _ digits: Int) -> String {
    value.map { String(format: "%.\(digits)f", $0) } ?? "—"
  }

  private static func demand(_ least: Double?, _ digits: Int, _ isMet: Bool) -> String {
    least.map { number($0, digits) + (isMet ? "" : " ✗") } ?? ""
  }
}
