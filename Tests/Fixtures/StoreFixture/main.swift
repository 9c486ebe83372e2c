import AnalysisStore
import Glibc
import StoreExamples
import SystemPackage

/// `StoreFixture DIRECTORY FIRST COUNT` stores the examples with the seeds from FIRST on, and says so with a line each.
/// COUNT 0 goes round the first fifty for ever.
let arguments = CommandLine.arguments
guard arguments.count == 4, let first = UInt64(arguments[2]), let count = UInt64(arguments[3]) else { exit(64) }
let store = AnalysisStore(.directory(FilePath(arguments[1])), sizeLimit: 1 << 30) { problem in
  _ = try? FileDescriptor.standardError.writeAll((problem + "\n").utf8)
}

func save(_ seed: UInt64) {
  let example = StoreExample(seed: seed, hasParts: seed % 5 == 0)
  example.save(in: store)
  store.save(example.moments, of: example.source, .float64)
  _ = try? FileDescriptor.standardOutput.writeAll("\(seed)\n".utf8)
}

if count > 0 {
  for seed in first..<first + count { save(seed) }
} else {
  for round in sequence(first: UInt64(0), next: { $0 + 1 }) { save(round % 50) }
}
store.close()
