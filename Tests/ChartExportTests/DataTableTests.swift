import ChartExport
import Figures
import Foundation
import Testing

@Suite("Tables as files")
struct DataTableTests {
  private let table = DataTable(
    columns: [
      DataTable.Column(name: "run", title: "run", isNumeric: false),
      DataTable.Column(name: "alpha", title: "α", isNumeric: true),
    ],
    rows: [
      [
        .init(.text("a_1, \"x\" | 50 %"), shown: "a_1, \"x\" | 50 %"), .init(.number(1.23456789012345), shown: "1.235"),
      ],
      [.init(.text("b\u{1b}"), shown: "b\u{1b}"), .init(.number(.nan), shown: "")],
      [.init(.text("c"), shown: "c"), .init(.missing, shown: "")],
      [.init(.text("d"), shown: "d"), .init(.number(512), shown: "512")],
    ])

  @Test("Comma-separated values have all digits, quotes where they are needed, and nothing for what is missing")
  func commaSeparated() {
    #expect(
      table.commaSeparated == "run,alpha\n\"a_1, \"\"x\"\" | 50 %\",1.23456789012345\nb\u{1b},\nc,\nd,512\n")
  }

  @Test("JSON has a field for each column, null for what is missing")
  func json() throws {
    let text = try table.json
    let objects = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    #expect(objects?.count == 4)
    #expect(objects?[0]["alpha"] as? Double == 1.23456789012345)
    #expect(objects?[1]["alpha"] is NSNull && objects?[2]["alpha"] is NSNull)
    #expect(objects?[1]["run"] as? String == "b\u{1b}" && !text.contains("\u{1b}"))
  }

  @Test("In Markdown no text is markup, and numbers stand at the right")
  func markdown() {
    #expect(
      table.markdown
        == "| run | α |\n| --- | ---: |\n| a\\_1, \"x\" \\| 50 % | 1.235 |\n| b· |  |\n| c |  |\n| d | 512 |\n")
  }

  @Test("In LaTeX no text is a command, and Greek is mathematics")
  func latex() {
    let text = table.latex
    #expect(text.contains("\\begin{tabular}{lr}") && text.contains("  run & $\\alpha$ \\\\\n"))
    #expect(text.contains("a\\_1, \"x\" | 50 \\% & 1.235 \\\\"))
    #expect(!text.contains("\u{1b}"))
  }
}
