import Testing

@Suite("Reading Swift without compiling it")
struct SwiftTextTests {
  @Test(
    "An import is found whatever stands around it",
    arguments: [
      "import House", "public import House", "@testable import House", "@preconcurrency private import House",
      "import struct House.Roof", "import House.Roof", "  import House // for its roof",
      "@_spi(Cellar) import House",
    ])
  func imports(_ line: String) {
    #expect(SwiftText(line).imports == ["House"])
  }

  @Test(
    "What only speaks of an import is none",
    arguments: [
      "// import House", "/* import House */", "/*\nimport House\n*/", "let important = 1", "let a = b.import",
    ])
  func noImports(_ text: String) {
    #expect(SwiftText(text).imports.isEmpty)
  }

  @Test("Comments are left out, strings that look like comments are not")
  func comments() {
    #expect(SwiftText("a // b").code == ["a "])
    #expect(SwiftText("a /* b\n * c **/ d").code == ["a ", " d"])
    #expect(SwiftText("let a = \"https://\\\"b\" // c").code == ["let a = \"https://\\\"b\" "])
    #expect(SwiftText("\"\"\"\n// a\n\"\"\" // b").code == ["\"\"\"", "// a", "\"\"\" "])
  }

  @Test("Places are named by their line")
  func places() {
    #expect(SwiftText("a\nb\nc b").lines(matching: /b/) == ["line 2: b", "line 3: c b"])
  }
}
