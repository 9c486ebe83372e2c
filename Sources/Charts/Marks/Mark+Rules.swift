extension Mark.Shape {
  /// Where it has lines from edge to edge: rules, and the bounds of ranges.
  public var rules: (xs: [Double], ys: [Double]) {
    switch self {
    case .xBand(let from, let to): ([from, to], [])
    case .yBand(let from, let to): ([], [from, to])
    case .verticalRule(let x): ([x], [])
    case .horizontalRule(let y): ([], [y])
    case .line, .points, .errorBars, .area, .cells, .bars, .label, .lineThrough: ([], [])
    }
  }
}
