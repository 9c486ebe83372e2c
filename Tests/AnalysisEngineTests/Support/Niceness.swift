import Foundation

/// The niceness of the calling thread (`thread-self`), or of the process's first thread (`self`), as Linux's /proc says.
func readNiceness(of task: String) -> Int? {
  guard let stat = try? String(contentsOfFile: "/proc/\(task)/stat", encoding: .utf8),
    let name = stat.lastIndex(of: ")")
  else { return nil }
  // The name may hold anything. It is field 2, and the niceness field 19 (proc(5)).
  let fields = stat[name...].split(separator: " ").dropFirst()
  return fields.dropFirst(16).first.flatMap { Int($0) }
}
