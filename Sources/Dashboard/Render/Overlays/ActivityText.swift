import Analysis
import Charts
import ChartCells
import TerminalCells

/// What a run is doing, in words.
struct ActivityText {
  /// One word: `live`.
  let short: String
  /// With the time of the last sign, where that is what one wants to know: `stalled 13:40`.
  let long: String
  let role: UIRole

  init(_ activity: DumpCollection.Activity, canvas: ChartCanvas) {
    let dot = canvas == .ascii ? "*" : "●"
    switch activity.state {
    case .live: (short, role) = ("\(dot) live", .live)
    case .idle: (short, role) = ("idle", .dim)
    case .finished: (short, role) = ("finished", .ok)
    case .stalled: (short, role) = ("stalled", .warning)
    }
    long = activity.state == .stalled ? "stalled \(activity.lastSign.withoutSeconds)" : short
  }
}
