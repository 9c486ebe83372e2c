// Random sessions with the dashboard, many times as long as the tests have time for: `SessionFuzzer [ACTIONS [SEED]]`. A flaw
// is a trap, or a frame that is not sound; the seed repeats it.
import ChartCells
import DashboardFixtures
import Foundation

// Not `print`, whose buffer a trap would take with it.
func say(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }

let numbers = CommandLine.arguments.dropFirst().compactMap(Int.init)
let count = numbers.first ?? 100_000
let seeds = numbers.dropFirst().first.map { [$0] } ?? Array(1...4)
for seed in seeds {
  say("seed \(seed): \(count / seeds.count) actions")
  var session = RandomSession(seed: UInt64(bitPattern: Int64(seed)))
  for step in 0..<count / seeds.count {
    session.act()
    let frame = session.frame(ChartCanvas.allCases[step % ChartCanvas.allCases.count])
    guard frame.isSound, frame.width == session.model.columns, frame.height == session.model.rows else {
      say("after \(step) actions the frame is not sound")
      exit(1)
    }
  }
}
