public import Analysis
public import Spectra
public import SystemPackage
import TensorFiles

/// A file that holds eigenvalues instead of features: an array of one axis.
public enum SpectrumFile {
  /// Fits the eigenvalues as they are given. A file that cannot be read gives a record with the reason.
  public static func analyse(_ path: FilePath, fitRange: FitRange) -> (record: AnalysisRecord, spectrum: Eigenspectrum?)
  {
    let dump = Dump(path: path, run: path.removingLastComponent().string)
    do {
      let spectrum = Eigenspectrum(given: try readVector(opening: path))
      let summary = SpectrumSummary(spectrum, fitRange: fitRange, nonFiniteRows: 0)
      var warnings = summary.warnings(fitRange: fitRange)
      if spectrum.nonPositiveCount > 0 {
        warnings.append(
          AnalysisWarning(
            .nonPositiveEigenvalues,
            "\(spectrum.nonPositiveCount) values are not positive: their magnitudes are fitted, and rank measures count them as 0"
          ))
      }
      return (AnalysisRecord(dump: dump, summary: summary, warnings: warnings), spectrum)
    } catch {
      return (AnalysisRecord(dump: dump, failure: AnalysisFailure(error)), nil)
    }
  }
}
