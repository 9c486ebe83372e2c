import Analysis
import Figures
import Goldilocks
import Spectra

extension Model {
  /// What M can be.
  static let batchSizes = 2...1000
  /// As in the paper.
  private static let shuffleCount = 1000
  /// Percentage points of accuracy that may be lost.
  private static let tolerance = 1.0

  // MARK: What is shown

  /// The narrowing zone beside accuracy against the key, or what replays come to.
  mutating func selectionFigures() -> [Figure] {
    let chosen = choice(0, x: Measure.alpha.rawValue, y: selectionAccuracies.first?.name)
    guard let key = chosen.x, let accuracy = chosen.y else { return [] }
    let candidates = SelectionCandidates(
      chartData.records, key: key, accuracy: accuracy.name, selection: .joinedSeeds, prior: prior)
    let board = SelectionBoard(candidates, parallel: view.parallel)
    turnToBatch(of: board)
    selectionBoard = board
    wantedReplay =
      showsReplay
      ? candidates.replaySetting(
        of: chartData.records, parallel: view.parallel, shuffleCount: Self.shuffleCount, tolerance: Self.tolerance)
      : nil
    if showsReplay {
      guard let replay, let result = replay.result, replay.setting == wantedReplay else { return [] }
      let figures = SelectionFigures(result, key: key.title)
      return [
        Figure(figures.probability, findings: result.findings(key: key.title)),
        Figure(figures.growth, findings: candidates.findings),
      ]
    }
    let scatter = ScatterFigure(
      chartData.records, x: key, y: accuracy, color: chartData.grouping.map(Quantity.init(named:)),
      selection: .joinedSeeds, prior: prior)
    return [SelectionStepsFigure(board).figure, scatter.figure].compactMap { $0 }
  }

  /// The accuracies that can count: what was logged, and what can be found out here.
  var selectionAccuracies: [Quantity] {
    let logged = chartData.accuracies.filter { !AccuracyMetric.isMeasured($0) && $0 != AccuracyMetric.typedName }
    let typed = chartData.accuracies.contains(AccuracyMetric.typedName) ? [AccuracyMetric.typedName] : []
    return (logged + [measuredName] + typed).map(Quantity.init(named:))
  }

  /// Asks for the replay that is to be seen, unless it is there, or another is on its way: the newest is asked for after that.
  mutating func requestReplay() -> [Effect] {
    guard screen == .selection, requestedReplay == nil, let setting = wantedReplay, replay?.setting != setting else {
      return []
    }
    requestedReplay = setting
    return [.replay(setting)]
  }

  // MARK: Models

  /// The line of the selected dump; nil where it stands for no model.
  var selectedModel: SelectionBoard.Row? {
    guard let board = selectionBoard, let selected else { return nil }
    return board.rows.first { row in board.model(row).records.contains { $0.id == selected.id } }
  }

  mutating func moveInSelection(_ movement: Command.Movement) {
    guard let board = selectionBoard, !board.rows.isEmpty else { return }
    let current = selectedModel.flatMap { board.rows.firstIndex(of: $0) }
    let page = max(1, ScreenLayout(self).details.height - 1)
    let target = current.map { movement.target(from: $0, last: board.rows.count - 1, page: page) } ?? 0
    select(board.model(board.rows[target]).representative.id)
  }

  /// The eye begins with what to probe next, and goes on with what comes after it, unless it has gone elsewhere.
  private mutating func turnToBatch(of board: SelectionBoard) {
    let old = selectionBoard
    let isAnother = old.map {
      ($0.candidates.key, $0.candidates.accuracy) != (board.candidates.key, board.candidates.accuracy)
    }
    guard remembered == nil, let first = board.rows.first, isAnother ?? true || selectedModel?.role == .next else {
      return
    }
    if first.role == .next { select(board.model(first).representative.id) }
  }

  /// There is always a line that keys mean.
  mutating func settleSelection() {
    guard screen == .selection, remembered == nil, selectedModel == nil, let board = selectionBoard,
      let first = board.rows.first
    else { return }
    select(board.model(first).representative.id)
  }

  // MARK: Typing

  /// The metric that a typed accuracy of a dump belongs to: the one that counts, where no log has it.
  private func typedMetric(of id: Dump.ID) -> String? {
    guard let name = selectionBoard?.candidates.accuracyName else { return nil }
    let isLogged = dumps[id]?.record.dump.metrics[name]?.join.isLogged == true
    return AccuracyMetric.isMeasured(name) || isLogged ? AccuracyMetric.typedName : name
  }

  mutating func beginTypingAccuracy() {
    guard let row = selectedModel, let id = selectionBoard?.model(row).representative.id,
      let metric = typedMetric(of: id)
    else { return }
    let typed = dumps.ownAccuracies(of: id).typed[metric]
    prompt = Prompt(purpose: .accuracy(of: id, metric: metric), text: typed.map { "\($0)" } ?? "")
  }

  /// A number is the accuracy of the dump from now on, wherever no log has one; nothing takes it back.
  mutating func acceptAccuracy(_ text: String, of id: Dump.ID, metric: String) {
    let text = text.filter { $0 != " " }
    let value = Double(text)
    guard text.isEmpty || value?.isFinite == true else {
      prompt?.error = Prompt.Mistake(reason: "write a number, as in 81.4")
      return
    }
    prompt = nil
    dumps.setOwnAccuracies(of: id) { $0.typed[metric] = value }
    guard metric != selectionBoard?.candidates.accuracyName, value != nil else { return }
    var choice = view.choices[PaneID(screen: .selection)] ?? ChartChoice()
    choice.y = metric
    view.choices[PaneID(screen: .selection)] = choice
    notice = "accuracies as typed count now; Y leads back"
  }
}
