// How far the program is from what the machine can do, as ratios that hold on any machine and at any hour:
//
//   swift run -c release Benchmarks [--quick] [--large] [--only NAME-PREFIX] [--json]
//
// Ends with status 1 when somebody's numbers differ, whatever their speed.

import FileFixtures
import LinearAlgebra

let options = Options.parseOrExit()
BLAS.threadCount = 1
do {
  let directory = try TemporaryDirectory()
  let effort = options.effort
  let processes = try WholeProcesses(in: directory)
  let dashboard = try DashboardControls(in: directory)

  var parts: [Part] = []
  parts += [256, 1024, 2048].map { d in
    Part("moments D=\(d)") { try MomentsBenchmark(featureCount: d, effort: effort).figures() }
  }
  parts += [512, 1024, 2048].map { d in
    Part("solve D=\(d)") { try SolveBenchmark(featureCount: d, effort: effort).figures() }
  }
  parts += (effort.isLarge ? [2048, 4096] : [2048]).map { d in
    Part("preview D=\(d)") { try PreviewBenchmark(featureCount: d, effort: effort).figures() }
  }
  parts += StoredElement.all.map { element in
    Part("reading \(element.name)") { try ReadingBenchmark(element: element, effort: effort).figures(in: directory) }
  }
  parts += [Part("scaling") { try ScalingBenchmark(effort: effort).figures() }]
  parts += [512, 2048].map { d in
    Part("update D=\(d)") { try UpdateBenchmark(featureCount: d, effort: effort).figures() }
  }
  parts += effort.shapes.map { shape in
    Part("process \(shape)") { try ProcessBenchmark(shape: shape, effort: effort).figures(of: processes) }
  }
  parts += [
    Part("eight dumps") { try SeveralDumpsBenchmark(effort: effort).figures(of: processes) },
    Part("probe") { try ProbeBenchmark(effort: effort).figures(in: directory) },
    Part("second start") { try SecondStartBenchmark(effort: effort).figures(of: processes) },
    Part("frame") { try FrameBenchmark(effort: effort).figures() },
    Part("large directory") { LargeDirectoryBenchmark(effort: effort).figures() },
    Part("first frame") { try FirstFrameBenchmark(effort: effort).figures(beside: dashboard) },
    Part("resident memory") { try ResidentMemoryBenchmark().figures(of: dashboard) },
    Part("key to frame") { try KeyBenchmark(effort: effort).figures(beside: dashboard, in: directory) },
  ]
  try Report(options.figures(of: parts)).print(asJSON: options.json)
} catch {
  Options.exit(withError: error)
}
