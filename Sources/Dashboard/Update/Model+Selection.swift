import Analysis
import Figures
import Goldilocks
import Spectra

extension Model {
  /// What M can be.
  static let batchSizes = 2...1000
  /// Asks for the replay that is to be seen.
  mutating func requestReplay() -> [Effect] {
    guard screen == .selection, let setting = procedure.request() else { return [] }
    return [.replay(setting)]
  }

  // MARK: Models

  /// The line of the selected dump; nil where it stands for no model.
  var selectedModel: SelectionBoard.Row? {
    guard let board = procedure.board, let selected else { return nil }
    return board.rows.first { row in board.model(row).records.contains { $0.id == selected.id } }
  }

  mutating func moveInSelection(_ movement: Command.Movement) {
    guard let board = procedure.board, !board.rows.isEmpty else { return }
    let current = selectedModel.flatMap { board.rows.firstIndex(of: $0) }
    let page = max(1, ScreenLayout(self).details.height - 1)
    let target = current.map { movement.target(from: $0, last: board.rows.count - 1, page: page) } ?? 0
    select(board.model(board.rows[target]).representative.id)
  }

  /// The eye begins with what to probe next, and goes on with what comes after it, unless it has gone elsewhere.
  mutating func turn(to board: SelectionBoard) {
    let isAnother = procedure.board.map {
      ($0.candidates.key, $0.candidates.accuracy) != (board.candidates.key, board.candidates.accuracy)
    }
    guard remembered == nil, let first = board.rows.first, isAnother ?? true || selectedModel?.role == .next else {
      return
    }
    if first.role == .next { select(board.model(first).representative.id) }
  }

  /// There is always a line that keys mean.
  mutating func keepEyeOnModels() {
    guard screen == .selection, remembered == nil, selectedModel == nil, let board = procedure.board,
      let first = board.rows.first
    else { return }
    select(board.model(first).representative.id)
  }

  // MARK: Typing

  /// The metric that a typed accuracy of a dump belongs to: the one that counts, where no log has it.
  private func typedMetric(of id: Dump.ID) -> String? {
    guard let name = procedure.board?.candidates.accuracyName else { return nil }
    let isLogged = dumps[id]?.record.dump.metrics[name]?.join.isLogged == true
    return AccuracyMetric.isMeasured(name) || isLogged ? AccuracyMetric.typedName : name
  }

  mutating func beginTypingAccuracy() {
    guard let row = selectedModel, let id = procedure.board?.model(row).representative.id,
      let metric = typedMetric(of: id)
    else { return }
    let typed = dumps.ownAccuracies(of: id).typed[metric]
    input.ask(.accuracy(of: id, metric: metric), text: typed.map { "\($0)" } ?? "")
  }

  /// A number is the accuracy of the dump from now on, wherever no log has one; nothing takes it back.
  mutating func acceptAccuracy(_ text: String, of id: Dump.ID, metric: String) {
    let text = text.filter { $0 != " " }
    let value = Double(text)
    guard text.isEmpty || value?.isFinite == true else {
      input.judge(Prompt.Mistake(reason: "write a number, as in 81.4"))
      return
    }
    input.endPrompt()
    dumps.setOwnAccuracies(of: id) { $0.typed[metric] = value }
    guard metric != procedure.board?.candidates.accuracyName, value != nil else { return }
    var choice = view.choices[PaneID(screen: .selection)] ?? ChartChoice()
    choice.y = metric
    view.choices[PaneID(screen: .selection)] = choice
    input.say("accuracies as typed count now; Y leads back")
  }
}
