import COpenBLAS

/// What of OpenBLAS is process-wide.
public enum BLAS {
  /// Threads that one BLAS or LAPACK call may use. Change it only while no call is running.
  public static var threadCount: Int {
    get { Int(openblas_get_num_threads()) }
    set { openblas_set_num_threads(Int32(clamping: newValue)) }
  }

  /// How OpenBLAS was built, in its own words: its version, and how it chooses kernels.
  public static var configuration: String { String(cString: openblas_get_config()) }
  /// The kind of processor whose kernels it has chosen.
  public static var processor: String { String(cString: openblas_get_corename()) }

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
