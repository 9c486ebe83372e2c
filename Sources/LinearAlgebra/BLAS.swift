import COpenBLAS

/// The one setting of OpenBLAS that is process-wide.
public enum BLAS {
  /// Threads that one BLAS or LAPACK call may use. Change it only while no call is running.
  public static var threadCount: Int {
    get { Int(openblas_get_num_threads()) }
    set { openblas_set_num_threads(Int32(clamping: newValue)) }
  }
}
