import Foundation
import GRDB
import TensorFiles

/// Columns of a file that may have been altered: GRDB's subscripts stop the program where a value has another type.
extension Row {
  /// - Throws: `StoreProblem.damaged` where there is no integer.
  func integer(_ index: Int) throws -> Int64 {
    guard let value = Int64.fromDatabaseValue(self[index] as DatabaseValue) else { throw StoreProblem.damaged }
    return value
  }

  func bytes(_ index: Int) throws -> [UInt8] {
    try withUnsafeData(atIndex: index) { [UInt8]($0 ?? Data()) }
  }

  /// Three columns from `index` on.
  func fingerprint(_ index: Int) throws -> ContentFingerprint {
    ContentFingerprint(
      high: UInt64(bitPattern: try integer(index)), low: UInt64(bitPattern: try integer(index + 1)),
      byteCount: Int(try integer(index + 2)))
  }
}
