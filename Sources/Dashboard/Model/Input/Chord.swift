/// A key of two strokes, of which the first has been pressed.
enum Chord: Sendable, Equatable {
  case sort, axes
}
