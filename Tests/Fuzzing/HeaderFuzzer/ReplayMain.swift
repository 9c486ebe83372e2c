import Foundation

#if !FUZZING
  /// Built without the fuzzer, it takes files that the fuzzer found and does with them what the fuzzer did.
  @main
  enum ReplayMain {
    static func main() throws {
      for file in CommandLine.arguments.dropFirst() {
        checkHeader([UInt8](try Data(contentsOf: URL(filePath: file))))
        print("\(file): as it should be")
      }
    }
  }
#endif
