import TerminalEmulation

/// How soon the dashboard on the sample data is there, in a pseudo-terminal, alone and over a program that only paints.
struct FirstFrameBenchmark {
  let effort: Effort

  func figures(beside controls: DashboardControls) throws -> [Figure] {
    guard let eigentop = controls.eigentop else { return [] }
    var own: [Double] = []
    var others: [Double] = []
    // The first ones warm up.
    for _ in 0...(2 * effort.repetitions) {
      own.append(try Self.millisecondsToFirstFrame(eigentop, [DashboardControls.sampleData]))
      if let curses = controls.curses { others.append(try Self.millisecondsToFirstFrame(curses.executable, [])) }
    }
    own.removeFirst()
    let alone = Figure("first frame", "from fork to the first frame of `eigentop SampleData`", unit: "ms", samples: own)
    guard !others.isEmpty else { return [alone] }
    others.removeFirst()
    return [
      alone,
      Figure("first frame of ncurses", "the same for a C program that only paints", unit: "ms", samples: others),
      Figure("first frame over ncurses", "eigentop / the C program", samples: zip(own, others).map { $0 / $1 }),
    ]
  }

  private static func millisecondsToFirstFrame(_ program: String, _ arguments: [String]) throws -> Double {
    var session: TerminalSession?
    // Its end, for which the clock must not run, is the program's.
    defer { withExtendedLifetime(session) {} }
    return try milliseconds {
      let started = try TerminalSession(program, arguments: arguments)
      session = started
      try started.wait(for: "the first frame") { !started.traceLines.isEmpty }
    }
  }
}
