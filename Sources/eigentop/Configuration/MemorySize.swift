import ArgumentParser
import Foundation
import SystemPackage

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

  var defaultValueDescription: String { "half of what there is" }
}

extension MemorySize {
  /// What remembered results may take on disk unless the configuration says otherwise.
  static let cache = MemorySize(byteCount: 2 << 30)

  /// Half of what this process may use: the machine's memory, or less where its control group or one above says so. The other half
  /// is for the training that results come from. Found out once: options are made dozens of times before they are parsed.
  static let standard: MemorySize = {
    let machine = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    return MemorySize(byteCount: ([machine] + controlGroupLimits).reduce(machine, min) / 2)
  }()

  /// Of the group of this process and of all above it (version 2 of control groups; of version 1 that of the root).
  private static var controlGroupLimits: [Int] {
    let membership = text(of: "/proc/self/cgroup").split(separator: "\n").first { $0.hasPrefix("0::/") }
    var group = FilePath("/sys/fs/cgroup").appending(membership.map { String($0.dropFirst(4)) } ?? "")
    var files = ["/sys/fs/cgroup/memory/memory.limit_in_bytes"]
    while group.starts(with: "/sys/fs/cgroup") {
      files.append(group.appending("memory.max").string)
      group = group.removingLastComponent()
    }
    return files.compactMap { Int(text(of: $0).trimmingCharacters(in: .whitespacesAndNewlines)) }.filter { $0 > 0 }
  }

  private static func text(of file: String) -> String { (try? String(contentsOfFile: file, encoding: .utf8)) ?? "" }
}
