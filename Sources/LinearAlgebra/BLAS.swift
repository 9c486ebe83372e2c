import COpenBLAS

/// The one setting of OpenBLAS that is process-wide.
public enum BLAS {
  /// Threads that one BLAS or LAPACK call may use. Change it only while no call is running.
  public static var threadCount: Int {
    get { Int(openblas_get_num_threads()) }
    set { openblas_set_num_threads(Int32(clamping: newValue)) }
  }

  /// Runs what makes BLAS calls so small that threads only slow them down. Where there is more than one thread to a
  /// call, no other call may be running.
  static func withOneThread<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    let count = threadCount
    guard count > 1 else { return try body() }
    threadCount = 1
    defer { threadCount = count }
    return try body()
  }
}
