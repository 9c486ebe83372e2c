import Glibc

/// Calls `body` with a null-terminated array of C strings, as `execve` takes it; all of it lives for the call.
func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = strings.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeMutableBufferPointer { buffer in
    // Never empty: it ends with nil.
    withUnsafePointer(to: &buffer[0]) { body($0) }
  }
}
