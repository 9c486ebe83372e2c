/// A bar of cells that is filled so far.
struct ProgressBar {
  let percent: Int
  /// In cells.
  let width: Int

  /// The bar and a space; nothing where there is no width.
  var text: String {
    guard width > 0 else { return "" }
    let done = width * percent / 100
    return String(repeating: "━", count: done) + String(repeating: "╌", count: width - done) + " "
  }
}
