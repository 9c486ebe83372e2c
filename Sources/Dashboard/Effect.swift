public import Analysis
public import Goldilocks
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
  /// Compute a dump anew, whatever is remembered of it.
  case recompute(Dump.ID)
  /// Train a linear probe of each of these dumps.
  case probe([Dump.ID], LinearProbe.Options)
  /// Answer with `Action.replayed`.
  case replay(SelectionReplay.Setting)
  /// Put text on the clipboard of whoever sits at the terminal, and say so in words like these.
  case copy(String, of: String)
  /// Write a file of this name, and answer with `Action.exported`; where there is one that is not to be replaced, with
  /// `Action.exportExists`. A name that ends in a number of three digits goes on to the next that is free.
  case export(ExportRequest, to: String, replaces: Bool)
  /// Put on the clipboard what would be in the file.
  case copyExport(ExportRequest, of: String)
  /// Make the terminal call.
  case ringBell
  /// Take the mouse from the terminal, or leave it to it.
  case captureMouse(Bool)
  /// Answer with `Action.spectraLoaded`.
  case loadSpectra(Dump.ID)
  /// Compute this in place of what was to be simulated before, and tell of it by `Action.simulated` as it goes on.
  case simulate(LaboratoryExperiment)
  /// Compare the two views beside a dump, with this weight of the redundancy, and answer with `Action.viewsCompared`.
  case compareViews(of: Dump.ID, lambda: Double)
  /// Draw with the theme of this name from now on.
  case draw(theme: String)
  /// Answer with `Action.themes`.
  case listThemes
  /// Make a setting hold for the next start too.
  case keep(Setting)
}
