import Analysis
import SystemPackage
import Testing

@Suite("Which array is meant")
struct ArrayReferenceTests {
  @Test("Arrays of one file are dumps of their own, named by file and array")
  func names() {
    let file = Dump(path: "run/layers.npz", run: "run")
    let first = Dump(path: "run/layers.npz", array: "block1", run: "run")
    let second = Dump(path: "run/layers.npz", array: "block2", run: "run")
    #expect(Set([file.id, first.id, second.id]).count == 3)
    #expect("\(file.id)" == "run/layers.npz" && "\(first.id)" == "run/layers.npz[block1]")
  }

  @Test("A file stands before its arrays, and those in the order of their numbers")
  func order() {
    let ids = [
      Dump.ID("a2.npz"), Dump.ID("a2.npz", array: "x9"), Dump.ID("a2.npz", array: "x10"), Dump.ID("a10.npz"),
    ]
    for (before, after) in zip(ids, ids.dropFirst()) {
      #expect(NaturalOrder.precedes(before, after) && !NaturalOrder.precedes(after, before))
    }
    #expect(ids.reversed().sorted().first == "a10.npz")
  }

  @Test("The JSON of a record names the array, and has null for a file that is one")
  func json() throws {
    for (array, text) in [("block1", #""array":"block1""#), (nil, #""array":null"#)] {
      let record = AnalysisRecord(dump: Dump(path: "run/layers.npz", array: array, run: "run"))
      #expect(String(decoding: try record.json(), as: UTF8.self).replacing(" ", with: "").contains(text))
    }
  }
}
