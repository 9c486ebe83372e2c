import Foundation

/// All figures, for people or for programs.
struct Report {
  private let figures: [Figure]

  init(_ figures: [Figure]) { self.figures = figures }

  func print(asJSON: Bool) throws {
    Swift.print(asJSON ? try json : table)
  }

  private var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(figures), as: UTF8.self)
    }
  }

  private var table: String {
    let nameWidth = figures.map(\.name.count).max() ?? 0
    let unitWidth = figures.map(\.unit.count).max() ?? 0
    return figures.map { figure in
      let numbers = [figure.value, figure.lowest, figure.highest].map { String(format: "%8.3f", $0) }
      return [
        figure.name.padding(toLength: nameWidth, withPad: " ", startingAt: 0), numbers[0],
        "(\(numbers[1]) …\(numbers[2]) )", figure.unit.padding(toLength: unitWidth, withPad: " ", startingAt: 0),
        figure.meaning,
      ].joined(separator: " ")
    }.joined(separator: "\n")
  }
}
