import Testing

@testable import eigentop

@Suite("Tables of the laboratory")
struct DelimitedTableTests {
  @Test("As comma-separated values a field keeps its commas, and a number all its digits")
  func commaSeparated() {
    let table = DelimitedTable(
      titles: ["a, b", "c"], rows: [[.text("1,2"), .number(0.1234567)], [.count(3), .number(nil)]])
    #expect(table.commaSeparated == ["\"a, b\",c", "\"1,2\",0.1234567", "3,"])
    #expect(table.aligned.count == 3 && table.aligned[1].contains("0.1235"))
  }
}
