public import Analysis

/// What `update` wants done by those who have files, clocks and a terminal.
public enum Effect: Sendable, Equatable {
  case quit
  /// Give the terminal back and stop, as Ctrl-Z does.
  case suspend
  /// Paint every cell anew.
  case redraw
  /// Answer with `Action.spectrumLoaded`.
  case loadSpectrum(Dump.ID)
}
