import NumericalTesting
import Testing

@testable import Analysis

@Suite("How a filter is written")
struct FilterSyntaxTests {
  private static let known: Set<String> = ["algorithm", "lambd", "val/acc", "val/loss", "Width (px)", "OR", "lr"]

  private func failure(_ text: String, known: Set<String>? = known) -> DumpFilter.SyntaxError? {
    do {
      _ = try DumpFilter(text, knownFields: known)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "What is wrong is said, and where",
    arguments: zip(
      [
        "alpha>", "alpha>x", "alpha>nan", "alpha>\"1\"", ">3", "a | ", "| a", "a OR OR b", "()", "(a", "a)", "a -",
        "NOT", "a AND", "AND a", "\"abc", "a:\"b", "lr>=>3", "layer>3", "alhpa>3", "größe wert:3", "val:3", "\"\">3",
        "e\u{301} beta>3",
      ],
      [
        "6 a value is missing", "6 x is no number", "6 nan is no number", "6 1 is no number", "0 a field is missing",
        "4 a condition is missing", "0 a condition is missing", "5 a condition is missing", "1 a condition is missing",
        "0 this parenthesis is not closed", "1 there is nothing to close here", "3 a condition is missing",
        "3 a condition is missing", "5 a condition is missing", "0 a condition is missing",
        "0 this quote is not closed",
        "2 this quote is not closed", "4 a value that begins so needs quotes", "0 layer is no number; use : or =",
        "0 there is no field alhpa; the nearest is alpha", "6 there is no field wert; the nearest is seed",
        "0 val may be val/acc, val/loss", "0 a field is missing", "2 there is no field beta; the nearest is seed",
      ]))
  func errors(text: String, expected: String) throws {
    let error = try #require(failure(text.hasPrefix("a:") ? "run" + text.dropFirst() : text))
    let shift = text.hasPrefix("a:") ? 2 : 0
    #expect("\(error.offset - shift) \(error.reason)" == expected)
  }

  @Test("A beginning is enough for a field where only one begins so, and the case does not matter")
  func beginnings() throws {
    let texts = ["algo:b", "ALGORITHM:b", "acc>70", "eff<3", "Lam=2", "width>3", "val/a>3", "\"or\"=3", "data:f"]
    let written = [
      "algorithm:b", "algorithm:b", "accuracy>70", "effectiveRank<3", "lambd=2", "\"Width (px)\">3", "val/acc>3",
      "\"OR\"=3", "dataType:f",
    ]
    for (text, written) in zip(texts, written) {
      #expect(try DumpFilter(text, knownFields: Self.known).description == written)
    }
    #expect(failure("al:b")?.reason == "al may be alpha, algorithm")
  }

  @Test("Any field may be one where nobody says which there are")
  func unknown() throws {
    #expect(failure("wert>3", known: nil) == nil && failure("val:x", known: nil) == nil)
    #expect(failure("wert>3", known: [])?.offset == 0)
    #expect(try DumpFilter("Alpha>1 ACC>2 Wert>3").description == "alpha>1 accuracy>2 Wert>3")
  }

  @Test(
    "A filter is written without what is not needed",
    arguments: zip(
      [
        " a   b ", "a | (b c)", "((a b) c)", "(a|b)|c", "a (b | c)", "NOT a NOT (b c)", "- - a", "NOT(a|b)", "a AND b",
        "x : y", "x==3", "\"a\"\"b\"", "a\"b\"c", "PINNED", "x:\"a b\"", "a! !b", "\"-x\":y", "\"x!\"=y", "\"AND\"",
      ],
      [
        "a b", "a | b c", "a b c", "a | b | c", "a (b | c)", "-a -(b c)", "--a", "-(a | b)", "a b", "x:y", "x=3",
        "\"a\"\"b\"", "a \"b\" c", "pinned", "x:\"a b\"", "a! !b", "\"-x\":y", "\"x!\"=y", "\"AND\"",
      ]))
  func writing(text: String, written: String) throws {
    let filter = try DumpFilter(text)
    #expect(filter.description == written)
    #expect(try DumpFilter(written) == filter)
  }

  @Test("Nothing that is typed traps, and what is a filter is the same one when it is read again")
  func random() throws {
    let pieces = [
      " ", "  ", "(", ")", "|", "\"", "-", "!", "=", ":", "<", ">", "*", "NOT", "OR", "AND", "a", "B", "alpha", "acc",
      "layer", "state", "pinned", "3", "1e-3", "x y", "\u{301}", "é", "\n", "👩‍👩‍👧", "\0", "\"q\"", "k:", "k=", "k>2", "--",
      "-(a|b)", "(a|-(k b)",
    ]
    var generator = SeededGenerator(seed: 99)
    var (filters, failures) = (0, 0)
    for _ in 0..<4000 {
      let count = Int.random(in: 1...9, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let known = Bool.random(using: &generator) ? Self.known.union(["a", "k"]) : nil
      do {
        let filter = try DumpFilter(text, knownFields: known)
        let again = try DumpFilter(filter.description, knownFields: known)
        #expect(again == filter && again.description == filter.description, "\(text.debugDescription)")
        let isMatch = filter.matches(Examples.complete)
        #expect(try text.allSatisfy(\.isWhitespace) || DumpFilter("-(\(text))").matches(Examples.complete) != isMatch)
        filters += 1
      } catch let error as DumpFilter.SyntaxError {
        #expect((0...text.count).contains(error.offset) && !error.reason.isEmpty, "\(text.debugDescription)")
        failures += 1
      }
    }
    #expect(filters > 800 && failures > 800)
  }

  @Test("What is nested deeper than anybody means is refused, and long is not deep")
  func depth() throws {
    let deep = [String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000) + "a"]
    #expect(deep.allSatisfy { failure($0)?.reason == "this is nested too deeply" })
    #expect(failure(String(repeating: "(", count: 40) + "a" + String(repeating: ")", count: 40)) == nil)
    let long = Array(repeating: "layer3", count: 2000)
    #expect(try DumpFilter(long.joined(separator: " ")).matches(Examples.complete))
    #expect(try DumpFilter(long.joined(separator: "|")).matches(Examples.complete))
  }

  @Test("Fields are the metrics and hyperparameters of records")
  func fields() {
    let fields = DumpFilter.fields(of: [Examples.failed, Examples.complete])
    #expect(fields == ["lr", "algorithm", "nesterov", "test_acc"] && DumpFilter.fields(of: []).isEmpty)
  }
}
