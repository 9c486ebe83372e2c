/// How far long work has come, as a line of text.
struct ProgressBar {
  let text: String

  private static let width = 20

  init(done: Int, of count: Int, unit: String) {
    let filled = count > 0 ? min(Self.width, done * Self.width / count) : Self.width
    let bar = String(repeating: "━", count: filled) + String(repeating: "╌", count: Self.width - filled)
    text = "\(bar) \(done) of \(count) \(unit)"
  }
}
