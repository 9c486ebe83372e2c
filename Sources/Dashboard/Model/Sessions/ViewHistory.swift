/// What the view was before, for undoing.
struct ViewHistory: Sendable, Equatable {
  /// The last one is the newest.
  private var views: [ViewState] = []

  /// As many steps as anybody takes back.
  private static let length = 100

  var count: Int { views.count }

  mutating func append(_ view: ViewState) {
    views.append(view)
    if views.count > Self.length { views.removeFirst() }
  }

  /// - Returns: nil where there is nothing to be undone.
  mutating func undo() -> ViewState? { views.popLast() }
}
