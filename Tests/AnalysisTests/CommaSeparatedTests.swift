import Analysis
import Testing

@Suite("Comma-separated values")
struct CommaSeparatedTests {
  @Test(
    "What would part fields or lines is quoted, and nothing else",
    arguments: [
      ("a b", "a b"), ("", ""), ("a,b", "\"a,b\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
      ("say \"a\"", "\"say \"\"a\"\"\""),
      // With a combining mark behind them these are characters of their own, and still a quote and a comma.
      ("\"\u{301}", "\"\"\"\u{301}\""), (",\u{301}", "\",\u{301}\""),
    ])
  func quoted(_ field: String, _ expected: String) {
    #expect(CommaSeparated.line([field, "x"]).unicodeScalars.elementsEqual("\(expected),x".unicodeScalars))
  }
}
