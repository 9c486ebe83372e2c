import ChartExport
import Charts
import Figures
import Foundation
import SchemaValidation
import Testing

@Suite("Charts as data")
struct ChartDataTests {
  private let everything = ChartData(ExampleFigures.everything, provenance: [("directory", "a,\"b\"")])

  @Test("Comma-separated values read back are the data, to the last digit")
  func commaSeparated() {
    let rows = ChartData(ExampleFigures.logLog, provenance: []).commaSeparated.split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows[0] == ["series", "shape", "x", "y", "xLow", "xHigh", "yLow", "yHigh", "value", "dump"])
    let curve = rows.filter { $0[0] == "a" && $0[1] == "line" }
    #expect(curve.map { DataPoint(x: Double($0[2]) ?? .nan, y: Double($0[3]) ?? .nan) } == ExampleFigures.spectrum)
    #expect(rows.count == 1 + 200 + 2)
  }

  @Test("JSON read back is the data, and is what the schema promises")
  func json() throws {
    let text = try everything.json
    let value = try JSONValue(parsing: Data(text.utf8))
    let faults = try JSONSchema.committed("ChartExport/chart.schema.json").faults(of: value)
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    let marks = try #require(value["marks"]).elements
    #expect(
      marks.compactMap { $0["shape"]?.text } == [
        "line", "points", "errorBars", "area", "cells", "bars", "label", "lineThrough", "xBand", "yBand",
        "verticalRule",
        "horizontalRule",
      ])
    #expect(marks[0]["points"]?.elements[1]["x"] == .null, "what is not finite has no number in JSON")
    #expect(value["provenance"]?["directory"]?.text == "a,\"b\"")
    let curve = try JSONValue(parsing: Data(ChartData(ExampleFigures.logLog, provenance: []).json.utf8))
    let points = try #require(curve["marks"]?.elements[0]["points"]).elements
    #expect(points.map { DataPoint(x: $0["x"]?.number ?? .nan, y: $0["y"]?.number ?? .nan) } == ExampleFigures.spectrum)
  }

  @Test("Equal charts are equal bytes")
  func identical() throws {
    #expect(try everything.json == everything.json)
    #expect(everything.commaSeparated == everything.commaSeparated)
  }
}
