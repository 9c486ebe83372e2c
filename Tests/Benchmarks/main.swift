// How far the analysis is from what the machine can do, as ratios that hold on any machine and at any hour:
//
//   swift run -c release Benchmarks [--json]

import Foundation
import LinearAlgebra

BLAS.threadCount = 1
var ratios: [Ratio] = []
for featureCount in [256, 1024, 2048] {
  ratios += try MomentsBenchmark(featureCount: featureCount, repetitions: 9).ratios()
}
ratios.append(try ReadingBenchmark(repetitions: 9).ratio())

if CommandLine.arguments.contains("--json") {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(ratios), as: UTF8.self))
} else {
  for ratio in ratios {
    let figures = [ratio.value, ratio.lowest, ratio.highest].map { String(format: "%7.3f", $0) }
    print(
      ratio.name.padding(toLength: 26, withPad: " ", startingAt: 0), figures[0], " (\(figures[1]) …\(figures[2]) )",
      ratio.meaning)
  }
}
