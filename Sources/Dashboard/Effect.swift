public import Analysis
public import Spectra

/// What `update` wants done by those who have files, clocks and a terminal.
public enum Effect: Sendable, Equatable {
  case quit
  /// Give the terminal back and stop, as Ctrl-Z does.
  case suspend
  /// Paint every cell anew.
  case redraw
  /// Fit α otherwise: for one dump, or with nil for all.
  case fit(FitSettings, to: Dump.ID?)
  /// Compute these dumps before others, in this order.
  case prioritise([Dump.ID])
  /// Make the terminal call.
  case ringBell
  /// Answer with `Action.spectraLoaded`.
  case loadSpectra(Dump.ID)
}
