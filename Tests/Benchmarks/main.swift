// How far the program is from what the machine can do, as ratios that hold on any machine and at any hour, and how soon
// and how large the dashboard is:
//
//   swift run -c release Benchmarks [--json]

import Foundation
import LinearAlgebra

func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

BLAS.threadCount = 1
var figures: [Figure] = []
for featureCount in [256, 1024, 2048] {
  figures += try MomentsBenchmark(featureCount: featureCount, repetitions: 9).figures()
}
figures.append(try ReadingBenchmark(repetitions: 9).figure())

let dashboard = DashboardBenchmark(repetitions: 20)
if dashboard.isPossible {
  let control = try CursesControl()
  if control == nil { note("cc found no ncurses, or there is no cc: the first frame is not compared") }
  figures += try dashboard.firstFrame(beside: control)
  figures.append(try dashboard.residentMemory())
} else {
  note("eigentop is not built beside the benchmarks: no figures of the dashboard (swift build -c release)")
}

if CommandLine.arguments.contains("--json") {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(figures), as: UTF8.self))
} else {
  for figure in figures {
    let numbers = [figure.value, figure.lowest, figure.highest].map { String(format: "%8.3f", $0) }
    print(
      figure.name.padding(toLength: 26, withPad: " ", startingAt: 0), numbers[0], " (\(numbers[1]) …\(numbers[2]) )",
      figure.unit.padding(toLength: 6, withPad: " ", startingAt: 0), figure.meaning)
  }
}
