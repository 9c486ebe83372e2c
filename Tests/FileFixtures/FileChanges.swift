import Foundation
public import SystemPackage

/// Cuts a file off, or continues it with zeros that take no room on disk.
public func resize(_ file: FilePath, to byteCount: Int) throws {
  let handle = try FileHandle(forWritingTo: URL(filePath: file.string))
  try handle.truncate(atOffset: UInt64(byteCount))
  try handle.close()
}

/// Sets the time of the last writing so many seconds back.
public func setAge(of file: FilePath, to seconds: Double) throws {
  try FileManager.default.setAttributes(
    [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: file.string)
}
