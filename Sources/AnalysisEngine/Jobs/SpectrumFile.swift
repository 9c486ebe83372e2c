public import Analysis
public import Spectra
public import SystemPackage
import TensorFiles

/// A file that holds eigenvalues instead of features: an array of one axis.
public enum SpectrumFile {
  /// Fits the eigenvalues as they are given. A file that cannot be read gives a record with the reason.
  public static func analyse(_ path: FilePath, fit settings: FitSettings) -> (
    record: AnalysisRecord, spectrum: Eigenspectrum?
  ) {
    let dump = Dump(path: path, run: path.removingLastComponent().string)
    do {
      let spectrum = Eigenspectrum(given: try readVector(opening: path))
      let record = AnalysisRecord(
        dump: dump, shape: nil, spectra: DumpSpectra(spectrum), settings: settings, nonFiniteRows: 0)
      return (record, spectrum)
    } catch {
      return (AnalysisRecord(dump: dump, failure: AnalysisFailure(error)), nil)
    }
  }
}
