import ArgumentParser
import Foundation

/// How many threads, from 1 to 1024.
struct ThreadCount: ExpressibleByArgument {
  let count: Int

  /// Results come from the machine that also trains: few threads, whatever it has.
  static let standard = ThreadCount(count: min(4, max(1, ProcessInfo.processInfo.activeProcessorCount)))

  private init(count: Int) { self.count = count }

  init?(argument: String) {
    guard let count = Int(argument), (1...1024).contains(count) else { return nil }
    self.init(count: count)
  }

  /// Help is the same on every machine.
  var defaultValueDescription: String { "all processors, at most 4" }
}
