import Analysis
import Figures

extension Model {
  /// What may stand on an axis of the focused chart, or colour it.
  func quantityItems(for role: Picker.Role) -> [Picker.Item] {
    let quantities =
      screen == .selection && role == .y
      ? charts.data.selectionAccuracies(options.probeMethod)
      : charts.data.quantities + (screen == .scatter && role != .y ? charts.data.kinds : [])
    let current = view.choices[choicePane]
    let name: String? =
      switch role {
      case .x: current?.x ?? (screen == .selection ? procedure.board?.candidates.key.name : nil)
      case .y: current?.y ?? (screen == .selection ? procedure.board?.candidates.accuracyName : nil)
      case .color: if case .quantity(let name)? = current?.color { name } else { nil }
      }
    let none = Picker.Item(
      title: "nothing", isCurrent: current?.color == ChartChoice.Color.none, choice: .quantity(nil))
    return (role == .color && screen == .scatter ? [none] : [])
      + quantities.map { quantity in
        Picker.Item(
          title: quantity.title, detail: quantity.title == quantity.name ? "" : quantity.name,
          isCurrent: quantity.name == name, choice: .quantity(quantity.name))
      }
  }

  /// The chart that a chosen quantity is for. What models are selected by, and for what, is the same on all charts.
  private var choicePane: PaneID { screen == .selection ? PaneID(screen: .selection) : focusedPane }

  mutating func setQuantity(_ name: String?, for role: Picker.Role) {
    let pane = choicePane
    var choice = view.choices[pane] ?? ChartChoice()
    switch role {
    case .x: choice.x = name
    case .y: choice.y = name
    case .color: choice.color = name.map(ChartChoice.Color.quantity) ?? ChartChoice.Color.none
    }
    view.choices[pane] = choice
    // What was shown of other values says nothing about these.
    view.framings[pane] = nil
    charts.crosshair = nil
  }

  var sortItems: [Picker.Item] {
    [Picker.Item(title: "name", isCurrent: table.order.first.key == .name, choice: .sort(.name))]
      + Quantity.all(in: dumps.records).map { quantity in
        let place = table.order.place(of: .quantity(quantity))
        return Picker.Item(
          title: quantity.title, detail: place.map { "\($0.index + 1)" } ?? "", isCurrent: place != nil,
          choice: .sort(.quantity(quantity)))
      }
  }

  /// What the table can show; what it does show is numbered from the left.
  var columnItems: [Picker.Item] {
    let shown = view.columns ?? TableColumn.standard
    let quantities = Quantity.all(in: dumps.records).map(TableColumn.quantity)
    let others = ([.shape, .spectrum, .state] + quantities).filter { !shown.contains($0) }
    return (shown + others).map { column in
      let place = shown.firstIndex(of: column)
      return Picker.Item(
        title: column.title, detail: place.map { "\($0 + 1)" } ?? "", isCurrent: place != nil, choice: .column(column))
    }
  }

  /// Takes a column away, or puts it behind the others.
  mutating func toggle(_ column: TableColumn) {
    var columns = view.columns ?? TableColumn.standard
    if let index = columns.firstIndex(of: column) { columns.remove(at: index) } else { columns.append(column) }
    view.columns = columns == TableColumn.standard ? nil : columns
  }

  /// The next way to look at the open screen.
  mutating func showNextView() {
    options.showNextView(of: screen)
    charts.crosshair = nil
  }
}
