import Testing

@testable import CursesTerminal

@Suite("ASCII for what a locale cannot show")
struct ASCIISubstituteTests {
  @Test(
    "Every sign has one character in its place",
    arguments: [
      ("α λ R² 256×128 · … — ↵ ↑↓←→", "a l R2 256x128 . . - < ^v<>"), ("10⁻¹ xₖ ≤ ±", "10-1 xk < ~"),
      ("naïve Ångström", "naive Angstrom"), ("cafe\u{301} øł", "cafe ol"), ("─│┌┤└━█", "-|+++-#"), ("⣿▸▾●", ".>vo"),
      ("界ж", "??"), ("plain!", "plain!"),
    ])
  func substitutes(_ text: String, _ expected: String) {
    #expect(String(text.map(\.asciiSubstitute)) == expected)
  }
}
