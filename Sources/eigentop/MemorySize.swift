import ArgumentParser
import Foundation

/// An amount of memory as people write it: `2GiB`, `512M`, `1e9`.
struct MemorySize: ExpressibleByArgument {
  let byteCount: Int

  init(byteCount: Int) { self.byteCount = byteCount }

  /// K, M, G and T are powers of 1024, with or without `iB` or `B` behind them, in any case.
  init?(argument: String) {
    guard let match = argument.wholeMatch(of: /([0-9.]+(?:[eE][0-9]+)?) ?([kKmMgGtT]?)(?:[iI]?[bB])?/),
      let number = Double(match.1)
    else { return nil }
    let power = match.2.isEmpty ? 0 : ["K": 1, "M": 2, "G": 3, "T": 4][match.2.uppercased(), default: 0]
    guard let byteCount = Int(exactly: (number * pow(1024, Double(power))).rounded()), byteCount > 0 else { return nil }
    self.byteCount = byteCount
  }

  var defaultValueDescription: String { "what the machine has" }
}

extension MemorySize {
  /// What this process may use: the machine's memory, or less where its control group says so.
  static var available: MemorySize {
    let machine = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    let limits = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"].compactMap { path in
      (try? String(contentsOfFile: path, encoding: .utf8)).flatMap {
        Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
      }
    }
    return MemorySize(byteCount: ([machine] + limits.filter { $0 > 0 }).min() ?? machine)
  }
}
