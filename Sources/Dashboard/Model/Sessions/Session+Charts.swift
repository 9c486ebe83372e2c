import Charts

extension Session.Chart {
  /// - Returns: nil for a chart that is looked at as it is by itself.
  init?(_ pane: PaneID, framing: ChartFraming?, choice: ChartChoice?) {
    guard framing != nil || choice != nil else { return nil }
    self.init(screen: pane.screen.rawValue, pane: pane.index)
    x = framing?.x.map { [$0.lowerBound, $0.upperBound] }
    y = framing?.y.map { [$0.lowerBound, $0.upperBound] }
    xScale = framing?.xKind?.rawValue
    yScale = framing?.yKind?.rawValue
    xQuantity = choice?.x
    yQuantity = choice?.y
    switch choice?.color {
    case nil: break
    case .none?: isPlain = true
    case .quantity(let name)?: color = name
    }
  }

  /// nil where there is no such screen.
  var id: PaneID? { Screen(rawValue: screen).map { PaneID(screen: $0, index: pane) } }

  /// nil for that of the chart itself.
  var framing: ChartFraming? {
    let framing = ChartFraming(
      x: Self.range(x), y: Self.range(y), xKind: xScale.flatMap(Scale.Kind.init),
      yKind: yScale.flatMap(Scale.Kind.init))
    return framing == ChartFraming() ? nil : framing
  }

  var choice: ChartChoice? {
    let color: ChartChoice.Color? = isPlain == true ? ChartChoice.Color.none : color.map(ChartChoice.Color.quantity)
    let choice = ChartChoice(x: xQuantity, y: yQuantity, color: color)
    return choice == ChartChoice() ? nil : choice
  }

  private static func range(_ ends: [Double]?) -> ClosedRange<Double>? {
    guard let ends, ends.count == 2, ends[0] < ends[1], ends.allSatisfy(\.isFinite) else { return nil }
    return ends[0]...ends[1]
  }
}
