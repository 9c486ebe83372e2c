import Analysis
public import ChartCells
public import Dashboard
import NumericalTesting
import Spectra
import SystemPackage
public import TerminalCells

/// Somebody who presses any key, does anything with the mouse and changes the size of the window all the time, while the engine
/// has news. The same seed gives the same session.
public struct RandomSession {
  public private(set) var model: Model
  private var generator: SeededGenerator

  public init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    model = seed % 2 == 0 ? SampleSweep.model(columns: 80, rows: 24) : GridSweep.model(columns: 120, rows: 40)
  }

  /// One thing happens; most of what is to be done then is.
  public mutating func act() {
    let effects = update(&model, action())
    for effect in effects where Int.random(in: 0..<4, using: &generator) > 0 { model.answer(effect) }
  }

  /// The screen as it is drawn now.
  public func frame(_ canvas: ChartCanvas) -> CellBuffer {
    var buffer = CellBuffer(width: model.columns, height: model.rows)
    render(model, Appearance(theme: ResolvedTheme(.monochrome, depth: .none), canvas: canvas), into: &buffer)
    return buffer
  }

  private mutating func action() -> Action {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0:
      .resized(columns: Int.random(in: 0...220, using: &generator), rows: Int.random(in: 0...70, using: &generator))
    case 1..<4: .engine(engineUpdate(), at: SampleSweep.time)
    case 4..<9: .mouse(mouse())
    default: .key(key())
    }
  }

  private mutating func key() -> KeyEvent {
    let named: [KeyEvent] = [
      .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace,
    ]
    let rare: [KeyEvent] =
      [.insert, .delete, .function(1), .function(7), .alt(.character("q")), .character("漢"), .character("é")]
      + "adlnpuz".map(KeyEvent.control)
    let characters = (" "..."~" as ClosedRange<Unicode.Scalar>)
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: return rare.randomElement(using: &generator) ?? .escape
    case 1..<8: return named.randomElement(using: &generator) ?? .escape
    default:
      let scalar = UInt32.random(in: characters.lowerBound.value...characters.upperBound.value, using: &generator)
      return .character(Unicode.Scalar(scalar).map(Character.init) ?? " ")
    }
  }

  /// Mostly on the screen, now and then far off it.
  private mutating func mouse() -> MouseEvent {
    let kinds: [MouseEvent.Kind] = [
      .press(.left), .press(.left), .drag(.left), .drag(.left), .release(.left), .press(.right), .drag(.middle),
      .wheelUp,
      .wheelDown, .wheelLeft, .wheelRight,
    ]
    let isFar = Int.random(in: 0..<50, using: &generator) == 0
    return MouseEvent(
      kinds.randomElement(using: &generator) ?? .wheelUp,
      column: isFar ? Int.max : Int.random(in: 0..<max(1, model.columns), using: &generator),
      row: isFar ? Int.max : Int.random(in: 0..<max(1, model.rows), using: &generator))
  }

  private mutating func engineUpdate() -> EngineUpdate {
    let runs = ["lambd_0.1_pdim_8", "漢字の名前", "e\u{301}\u{1b}[2J", String(repeating: "long", count: 40), ""]
    let run = runs.randomElement(using: &generator) ?? ""
    let dump = Dump(
      path: FilePath("\(run)/\(Int.random(in: 0..<9, using: &generator)).npy"), run: run,
      checkpoint: Bool.random(using: &generator) ? Checkpoint(epoch: Int.random(in: 0..<9, using: &generator)) : nil,
      metrics: ["probe_acc": Metric(value: Double.random(in: -1e300...1e300, using: &generator), join: .lastOfRun)])
    let alpha = Double.random(in: -3...9, using: &generator)
    let record = AnalysisRecord(
      dump: dump, shape: SampleSweep.shape, spectra: DumpSpectra(SampleSweep.spectrum(alpha: alpha)),
      settings: FitSettings(), nonFiniteRows: 2)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return .queued(AnalysisRecord(dump: dump, shape: SampleSweep.shape))
    case 1: return .progressed(dump.id, rows: Int.random(in: 0...9_999, using: &generator), perSecond: 10)
    case 2:
      return .finished(AnalysisRecord(dump: dump, failure: AnalysisFailure(code: .truncated, message: "\u{9b} why 漢字")))
    case 3: return .refitted(record)
    case 4: return .problem(run)
    case 5: return .previewed(record)
    case 6: return .refined(record)
    default: return .finished(record)
    }
  }
}

extension CellBuffer {
  /// Whether it has as many cells as its size says, and every wide character its second half, and no half stands alone.
  public var isSound: Bool {
    let halves = zip(cells, cells.dropFirst()).allSatisfy { left, right in
      // Most are spaces.
      (left.character != " " && left.character?.displayWidth == 2) == right.isContinuation
    }
    return cells.count == width * height && halves && cells.first?.isContinuation != true
  }
}
