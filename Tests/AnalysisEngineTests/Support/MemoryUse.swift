import Foundation
import Testing

/// The most memory that this process has had, in bytes, as Linux's /proc says.
struct MemoryUse {
  /// Pages in use (`VmHWM`).
  let resident: Int
  /// Addresses, which allocations take even when nothing is ever written there (`VmPeak`).
  let virtual: Int

  init() throws {
    let lines = try String(contentsOfFile: "/proc/self/status", encoding: .utf8).split(separator: "\n")
    func bytes(_ name: String) throws -> Int {
      let line = try #require(lines.first { $0.hasPrefix(name + ":") })
      return try #require(line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }) << 10
    }
    resident = try bytes("VmHWM")
    virtual = try bytes("VmPeak")
  }
}
