import Charts
import Figures
import Foundation
import LinearAlgebra
import Spectra
import Testing

@Suite("The figure of an eigenspectrum")
struct SpectrumFigureTests {
  @Test("The curve passes through (k, λₖ) for every resolved rank")
  func curve() throws {
    let chart = figure([8, 4, 2, 1]).chart
    #expect(points(in: chart, role: .series(0)) == [[1, 8], [2, 4], [3, 2], [4, 1]])
    #expect(chart.xAxis.scale.kind == .logarithmic && chart.yAxis.scale.kind == .logarithmic)
    #expect(chart.hiddenValues.count == 0)
    #expect(chart.notes.isEmpty)
  }

  @Test("The fit runs from the first to the last fitted rank, at the fitted values, and the band covers the same ranks")
  func fit() throws {
    let spectrum = Eigenspectrum(given: (1...60).map { 5 * pow(Double($0), -1.25) * ($0 % 2 == 0 ? 1.1 : 0.9) })
    // Asked for 11…100, but there are only 60.
    let fit = try PowerLawFit(spectrum, range: .standard)
    let chart = figure(spectrum, fit).chart
    let ends = [11.0, 60].map { [$0, exp(fit.intercept) * pow($0, -fit.alpha)] }
    let line = points(in: chart, role: .fit)
    #expect(line.map { $0[0] } == [11, 60])
    for (found, expected) in zip(line, ends) { #expect(abs(found[1] / expected[1] - 1) < 1e-12) }
    #expect(chart.marks.filter { $0.role == .fitRange }.map(\.shape) == [.xBand(from: 11, to: 60)])
    #expect(chart.legend.map(\.label) == ["run", "fit", "ranks 11…60", "k⁻¹"])
  }

  @Test("A spectrum without a fit has no band and no line")
  func withoutFit() {
    let chart = figure([3, 2, 1]).chart
    #expect(Set(chart.marks.map(\.role)) == [.reference, .series(0)])
    #expect(chart.legend.map(\.label) == ["run", "k⁻¹"])
  }

  @Test("The reference line is k⁻¹ through the line's value at the first fitted rank, or through λ₁ without a fit")
  func reference() throws {
    let spectrum = Eigenspectrum(given: (1...60).map { 5 * pow(Double($0), -1.25) })
    let fit = try PowerLawFit(spectrum, range: .standard)
    let anchor = DataPoint(x: 11, y: fit.eigenvalue(atRank: 11))
    let fitted = figure(spectrum, fit).chart.marks.filter { $0.role == .reference }
    #expect(fitted.map(\.shape) == [.lineThrough(anchor, DataPoint(x: 110, y: anchor.y / 10))])
    let plain = figure([8, 4]).chart.marks.filter { $0.role == .reference }
    #expect(plain.map(\.shape) == [.lineThrough(DataPoint(x: 1, y: 8), DataPoint(x: 10, y: 0.8))])
  }

  @Test("Values that are not resolved are no part of the curve, do not stretch the axis, and are counted in a note")
  func unresolved() throws {
    let chart = figure([100, 10, 1, 0, 0]).chart
    #expect(points(in: chart, role: .series(0)).map { $0[1] } == [100, 10, 1])
    #expect(chart.notes == ["2 at or below the noise floor"])
    #expect(chart.yAxis.scale.lower > 0.5 && chart.yAxis.scale.upper < 200)
    // The axis of ranks shows that there are more.
    #expect(chart.xAxis.scale.upper == 5)
  }

  @Test("The noise floor is a rule, and what lies below it is dimmed")
  func noiseFloor() throws {
    // Variances 4, 1 and 10⁻⁶, stored so coarsely that the third means nothing.
    let rows = [[-2.0, -1, 1e-3], [-2, 1, -1e-3], [2, -1, -1e-3], [2, 1, 1e-3]]
    var moments = try FeatureMoments(sampleCount: rows.count, featureCount: 3)
    moments.add(RowBlock(rows: rows))
    let spectrum = try Eigenspectrum(moments.secondMoments(), featureCount: 3, unitRoundoff: 0x1p-8)
    let chart = figure(spectrum, nil).chart
    #expect(points(in: chart, role: .series(0)).map { $0[0] } == [1, 2])
    #expect(points(in: chart, role: .dimmed).map { $0[0] } == [3])
    #expect(
      chart.marks.filter { $0.role == .noiseFloor }.map(\.shape) == [.horizontalRule(y: spectrum.noiseFloor)])
    #expect(chart.notes == ["1 at or below the noise floor"])
    #expect(chart.legend.map(\.label).contains("noise floor"))
  }

  @Test("Residuals are what the line leaves of ln λ, one for each fitted rank")
  func residuals() throws {
    let spectrum = Eigenspectrum(given: (1...60).map { 5 * pow(Double($0), -1.25) * ($0 == 20 ? 1.1 : 1) })
    let fit = try PowerLawFit(spectrum, range: .standard)
    let residuals = figure(spectrum, fit).residuals
    #expect(residuals.map(\.x) == (11...60).map(Double.init))
    for point in residuals {
      let line = fit.intercept - fit.alpha * log(point.x)
      #expect(abs(point.y - (log(spectrum.eigenvalues[Int(point.x) - 1]) - line)) < 1e-12)
    }
    #expect(figure([3, 2, 1]).residuals.isEmpty)
  }

  @Test("Negative values of a given spectrum are hidden and counted")
  func negative() {
    let chart = figure([4, -3, 2]).chart
    #expect(chart.hiddenValues == HiddenValues(nonPositive: 1))
  }

  @Test("Spectra in extreme units are drawn within the axes", arguments: [1e-300, 1e-150, 1e150, 1e300])
  func extremeUnits(unit: Double) throws {
    let spectrum = Eigenspectrum(given: (1...120).map { unit / Double($0) })
    let chart = figure(spectrum, try PowerLawFit(spectrum, range: .standard)).chart
    #expect(chart.hiddenValues.count == 0)
    for mark in chart.marks {
      for point in mark.dataPoints {
        let position = try #require(chart.position(of: point))
        #expect((0...1).contains(position.x) && (0...1).contains(position.y))
      }
    }
  }

  @Test("Spectra of nothing, of one value and of zeros have a chart too", arguments: [[], [1], [0, 0, 0]])
  func degenerate(eigenvalues: [Double]) {
    let chart = figure(eigenvalues).chart
    #expect(points(in: chart, role: .series(0)).count == eigenvalues.count { $0 > 0 })
    #expect(chart.xAxis.scale.lower < chart.xAxis.scale.upper && chart.yAxis.scale.lower < chart.yAxis.scale.upper)
  }

  private func figure(_ eigenvalues: [Double]) -> Figure { figure(Eigenspectrum(given: eigenvalues), nil) }

  private func figure(_ spectrum: Eigenspectrum, _ fit: PowerLawFit?) -> Figure {
    SpectrumFigure(SpectrumFigure.Curve(spectrum, fit: fit, label: "run", dump: "run.npy")).figure
  }

  /// Coordinates of all points of the marks in a role.
  private func points(in chart: Chart, role: ChartRole) -> [[Double]] {
    chart.marks.filter { $0.role == role }.flatMap(\.dataPoints).map { [$0.x, $0.y] }
  }
}
