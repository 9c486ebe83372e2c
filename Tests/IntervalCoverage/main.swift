// How often the 95 % interval of α covers what it is about: a table for four decays and three N/D.
//
//   swift run -c release IntervalCoverage [TRIALS [D]]
//
// Every trial draws N rows of D independent normal features whose variances fall as rank^(−α), and computes α and its interval
// as the program does. What α̂ is in expectation at that N is taken to be the mean over all trials, whose own error is small
// beside one interval.

import Dispatch
import Foundation
import LinearAlgebra
import Spectra
import Synchronization

let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let trialCount = numbers.first ?? 600
let featureCount = numbers.dropFirst().first ?? 256

func padded(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }

BLAS.threadCount = 1
print("ranks \(FitRange.standard), D = \(featureCount), \(trialCount) trials each, interval \(Uncertainty.confidence)")
print(
  ["α", "N/D", "mean α̂", "SD of α̂", "mean SE", "covers E α̂", "covers α"].map { padded($0, 11) }.joined())
for decay in [0.5, 1, 1.5, 2] {
  for ratio in [2, 5, 20] {
    let population = CoverageSetting(decay: decay, sampleCount: ratio * featureCount, featureCount: featureCount)
    let trials = population.trials(trialCount)
    let mean = trials.map(\.alpha).reduce(0, +) / Double(trials.count)
    let variance = trials.map { ($0.alpha - mean) * ($0.alpha - mean) }.reduce(0, +) / Double(trials.count - 1)
    let error = trials.map(\.uncertainty.standardError).reduce(0, +) / Double(trials.count)
    func coverage(of value: Double) -> String {
      let share = Double(trials.count { $0.uncertainty.interval.contains(value) }) / Double(trials.count)
      return String(format: "%.1f %%", 100 * share)
    }
    let setting = [decay, Double(ratio)].map { String(format: "%g", $0) }
    let decimals = [mean, variance.squareRoot(), error].map { String(format: "%.4f", $0) }
    print((setting + decimals + [coverage(of: mean), coverage(of: decay)]).map { padded($0, 11) }.joined())
  }
}
