import FileFixtures
import Foundation
import Testing

@Suite("The example of Spectra")
struct SpectraExampleTests {
  private static let page = URL(filePath: #filePath).appending(path: "../../../Sources/Spectra/Spectra.docc/Spectra.md")
    .standardized

  @Test("prints what its page says")
  func output() async throws {
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let run = try await Eigentop(in: TemporaryDirectory(), program: "SpectraExample")
    #expect(run.status == 0 && run.errors.isEmpty && run.lines.count > 3)
    #expect(page.contains("It prints\n\n```\n\(run.output)```"))
  }
}
