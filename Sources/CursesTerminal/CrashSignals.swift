import CSignals

/// Signals that are nobody's wish to see a backtrace.
public enum CrashSignals {
  /// From now on SIGQUIT (Ctrl-\) ends the process at once, as SIGTERM does. A crash may still print a backtrace, but waits for no
  /// key. Call first, on the main thread; it holds for the life of the process.
  ///
  /// Without effect where the system refuses: the process then ends as Swift has it.
  public static func answer() { _ = eigentop_crashes_install() }
}
