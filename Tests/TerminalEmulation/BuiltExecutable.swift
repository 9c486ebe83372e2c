import Glibc

/// The path of an executable that was built with the tests. SwiftPM puts all products of a build into one folder, and
/// on Linux the tests are an executable there (`<package>PackageTests.xctest`) that runs itself.
public func builtExecutable(_ name: String) -> String {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count))
  let path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/" + name
}
