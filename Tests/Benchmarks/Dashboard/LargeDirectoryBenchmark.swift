import Dashboard
import DashboardFixtures
import TerminalCells

/// How long keys wait for their frames with 10,000 dumps in the model, over a copy of a frame's cells. Of the dashboard alone: there
/// is no terminal, and nothing is being computed.
struct LargeDirectoryBenchmark {
  let effort: Effort

  /// A key, what to press before it, and what takes it back.
  private struct Stroke {
    var name: String
    var before: [KeyEvent]
    var key: KeyEvent
    var back: [KeyEvent]

    init(_ name: String, after before: String = "", _ key: Character, back: String = "", _ last: KeyEvent...) {
      self.name = name
      self.before = before.map(KeyEvent.character)
      self.key = .character(key)
      self.back = last + back.map(KeyEvent.character)
    }
  }

  private static let strokes = [
    Stroke("down", "j"),
    Stroke("bottom", "G", back: "g"),
    Stroke("fold", "h", back: "l"),
    Stroke("mark", " ", back: "k "),
    Stroke("reverse", after: "sa", "S", back: "sn"),
    Stroke("filter letter", after: "/see", "d", .escape),
    Stroke("filter number", after: "/probe_acc>7", "0", .escape),
    Stroke("scatter", "3", back: "1"),
    Stroke("scatter step", after: "3i", "l", back: "1", .escape),
    Stroke("landscape", "4", back: "1"),
    Stroke("timeline", "5", back: "1"),
    Stroke("timeline step", after: "5", "j", back: "1"),
    Stroke("timeline zoom", after: "5", "+", back: "=1"),
    Stroke("timeline crosshair", after: "5i", "l", back: "1", .escape),
  ]

  func figures() -> [Figure] {
    figures("large directory", LargeSweep(), Self.strokes)
      + figures(
        "large directory of 1,000 runs", LargeSweep(runCount: 1000, checkpointCount: 10),
        Self.strokes.filter { $0.name.hasPrefix("timeline") })
  }

  private func figures(_ directory: String, _ sweep: LargeSweep, _ strokes: [Stroke]) -> [Figure] {
    let model = sweep.model(columns: DashboardFrame.columns, rows: DashboardFrame.rows)
    return strokes.flatMap { stroke -> [Figure] in
      var frame = DashboardFrame(model)
      var times: [Double] = []
      let name = "\(directory) \(stroke.name)"
      let ratio = Figure(name, "a key with 10,000 dumps / copying the frame", repetitions: effort.repetitions) {
        for key in stroke.before { frame.press(key) }
        let time = seconds { frame.press(stroke.key) }
        for key in stroke.back { frame.press(key) }
        times.append(time * 1000)
        return frame.overCopy(time)
      }
      return [ratio, Figure("\(name) time", "the same", unit: "ms", samples: Array(times.dropFirst()))]
    }
  }
}
