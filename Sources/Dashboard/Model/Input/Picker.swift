/// A list to choose from, narrowed by typing.
struct Picker: Sendable, Equatable {
  /// What is chosen.
  enum Kind: Sendable, Hashable {
    /// Any command that a key has here.
    case command
    /// What is on an axis of the open screen, or what colours.
    case quantity(Role)
    /// What the table is ordered by.
    case sort
    /// What the table shows.
    case columns
    case theme, setting
    /// What is to become a file.
    case export
  }

  /// What a quantity is for.
  enum Role: Sendable, Hashable {
    case x, y, color
  }

  /// One line.
  struct Item: Sendable, Equatable {
    var title: String
    /// Beside it, dimmer: the key of a command, say.
    var detail = ""
    /// What is so now.
    var isCurrent = false
    var choice: Choice
  }

  /// What Enter does.
  enum Choice: Sendable, Equatable {
    case command(Command)
    /// nil for none.
    case quantity(String?)
    case sort(SortOrder.Key)
    /// The list stays open: several are chosen.
    case column(TableColumn)
    case theme(String)
    case setting(Setting.Key)
    case export(ExportRequest)
    case copyChart, copyTable
  }

  let title: String
  let items: [Item]

  init(_ model: Model, _ kind: Kind, filter: String) {
    let all: [Item]
    switch kind {
    case .command:
      title = "Commands"
      all = Self.commands(in: model)
    case .quantity(let role):
      title =
        switch role {
        case .x: "On the x axis"
        case .y: "On the y axis"
        case .color: "Coloured by"
        }
      all = model.quantityItems(for: role)
    case .sort:
      title = "Sort by"
      all = model.sortItems
    case .columns:
      title = "Columns, in the order in which they are chosen"
      all = model.columnItems
    case .theme:
      title = "Themes"
      all = model.themeItems
    case .setting:
      title = "Settings"
      all = model.settingItems
    case .export:
      title = "Export"
      all = model.exportItems
    }
    let words = filter.lowercased().split(separator: " ")
    items = all.filter { item in
      let text = "\(item.title) \(item.detail)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// Every command of the table of keys that means something on the open screen, once.
  private static func commands(in model: Model) -> [Item] {
    var contexts = model.screenContexts
    if model.charts.crosshair != nil { contexts.insert(.crosshair, at: 0) }
    return model.keymap.bindings(in: contexts).filter { $0.command != .palette }.map {
      Item(title: $0.help, detail: $0.keyNames, choice: .command($0.command))
    }
  }
}
