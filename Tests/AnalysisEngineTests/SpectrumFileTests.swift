import Analysis
import AnalysisEngine
import FileFixtures
import Glibc
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@Suite("Files of eigenvalues")
struct SpectrumFileTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("Eigenvalues are fitted as they are given")
  func given() throws {
    let file = try write((1...120).map { pow(Double($0), -1.5) })
    let (record, spectrum) = SpectrumFile.analyse(file, fit: FitSettings())
    #expect(try #require(record.alpha).isClose(to: 1.5, relative: 1e-12))
    #expect(record.warnings.isEmpty && record.failure == nil && record.shape == nil)
    #expect(spectrum?.eigenvalues.count == 120)
  }

  @Test("Values that are no variance are counted in a warning, and their magnitudes fitted")
  func negative() throws {
    let file = try write((1...120).map { ($0 % 40 == 3 ? -1 : 1) / Double($0) })
    let (record, _) = SpectrumFile.analyse(file, fit: FitSettings())
    #expect(try #require(record.alpha).isClose(to: 1, relative: 1e-12))
    #expect(record.warnings.map(\.code) == [.nonPositiveEigenvalues])
    #expect(record.warnings.first?.message.hasPrefix("3 values are not positive") == true)
  }

  @Test("A matrix is no spectrum")
  func matrix() throws {
    let file = try directory.write(dump(), to: "x.npy")
    let (record, spectrum) = SpectrumFile.analyse(file, fit: FitSettings())
    #expect(record.failure?.code == .tooManyAxes)
    #expect(spectrum == nil)
  }

  private func write(_ values: [Double]) throws -> FilePath {
    try directory.write(npy("<f8", [values.count], values.withUnsafeBytes { Array($0) }), to: "spectrum.npy")
  }
}
