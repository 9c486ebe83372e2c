import Analysis
import ChartCells
import Charts
import TerminalCells

/// What the last column of the table says about a dump that has numbers: the most urgent of what there is to say.
struct StateText {
  let text: String
  let role: UIRole

  init(_ entry: DumpEntry, in model: Model, canvas: ChartCanvas) {
    let mark = canvas == .ascii ? "!" : "⚠"
    let run = entry.record.dump.runID
    if let percent = entry.percentDone {
      (text, role) = ("\(percent) %", .live)
    } else if entry.state == .queued {
      (text, role) = ("queued", .stale)
    } else if model.dumps.ownAccuracies(of: entry.id).probe?.isUnderWay == true {
      (text, role) = ("probing", .live)
    } else if let percent = entry.record.percentWritten {
      (text, role) = ("\(percent) % in", .live)
    } else if model.news.alerts[entry.id] != nil {
      (text, role) = ("\(mark) alert", .error)
    } else if entry.record.needsAttention {
      (text, role) = ("\(mark) done", .warning)
    } else if model.dumps[run: run]?.entries.count == 1 || model.table.folded.contains(run),
      let activity = model.dumps.activities[run]
    {
      let activity = ActivityText(activity, canvas: canvas)
      (text, role) = (activity.short, activity.role)
    } else {
      (text, role) = ("done", .ok)
    }
  }
}
