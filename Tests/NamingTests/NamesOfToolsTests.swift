import Naming
import Testing

@Suite("Names of tools")
struct NamesOfToolsTests {
  @Test("A name alone means what the tool that writes it means by it", arguments: NamesOfTools.all)
  func meaning(of name: NamedMeaning) throws {
    let meaning = try #require(NameTree.meanings(root: "root", of: [name.path]).first)
    #expect(meaning.summary == name.expected)
  }

  @Test("There are two hundred and more of them, each once")
  func count() {
    #expect(NamesOfTools.all.count >= 200)
    #expect(Set(NamesOfTools.all.map(\.path)).count == NamesOfTools.all.count)
  }

  @Test("Every piece of a name has a rule for people")
  func rules() throws {
    for name in NamesOfTools.all {
      let meaning = try #require(NameTree.meanings(root: "root", of: [name.path]).first)
      let parts = meaning.components.flatMap(\.parts)
      #expect(!parts.isEmpty && parts.allSatisfy { !$0.text.isEmpty && !$0.phrase.isEmpty })
    }
    let named = try #require(NameTree.meanings(root: "root", of: ["a/epoch=9-val_loss=0.3_s1.npy"]).first)
    #expect(
      named.components.flatMap(\.parts).map(\.phrase)
        == ["nothing else", "nothing else", "`epoch` before a number", "`val_loss` is a metric", "nothing else"])
  }
}
