import FrameSnapshots
import Testing

@Suite("The likeness of frames that were drawn on two processors")
struct FrameLikenessTests {
  private func differingRows(_ first: String, _ second: String) -> [Int] {
    let rows = FrameLikeness([first], [second]).differingRows
    #expect(FrameLikeness([second], [first]).differingRows == rows)
    return rows
  }

  @Test(
    "has room for one dot, for one eighth of a bar and for one in the last digit",
    arguments: [
      ("α ⠁ ", "α ⠁ "), ("⠁", "⠂"), ("⠈ ", " ⠁"), ("⢀┊", " ┊"), ("▁▂", " ▂"), ("▇", "█"), ("α 1.756", "α 1.757"),
      ("0.999 ┊", "1.000 ┊"), ("⠤⠤⠤", "⠤⡠⠤"),
    ])
  func like(_ first: String, _ second: String) { #expect(differingRows(first, second).isEmpty) }

  @Test(
    "has none for anything else",
    arguments: [
      ("⠁", "⠄"), ("⠁  ", "  ⠁"), ("⠁", " "), ("▁", "▃"), ("α 1.756", "α 1.758"), ("α 1.756", "β 1.756"),
      ("1.5", "1.50"), ("a", ""),
      ("●  ", " ● "), ("12 of 13", "12 of 3"), ("┊", "│"), ("┊", " "),
    ])
  func unlike(_ first: String, _ second: String) { #expect(differingRows(first, second) == [0]) }

  @Test("is asked of every row, also of those that one of them lacks")
  func rows() { #expect(FrameLikeness(["a", "b", "c"], ["a", "x"]).differingRows == [1, 2]) }
}
