import Analysis
import Charts
import Figures
import Spectra

extension Model {
  /// The chart that keys mean.
  var focusedPane: PaneID { PaneID(screen: screen, index: charts.focus) }

  /// A figure as it is looked at.
  func framed(_ figure: Figure, in pane: PaneID) -> Figure {
    var figure = figure
    figure.chart = figure.chart.framed(view.framings[pane] ?? ChartFraming())
    return figure
  }

  /// The figure of the focused pane, framed.
  var focusedFigure: Figure? {
    let (figures, pane) = (charts.figures, focusedPane)
    return figures.indices.contains(pane.index) ? framed(figures[pane.index], in: pane) : nil
  }

  /// The spectrum of a dump in the view that is open, beside those that it is compared with; nil where it is not at hand.
  func spectrumFigure(of entry: DumpEntry) -> Figure? {
    guard let spectra = spectra[entry.id] else { return nil }
    let record = entry.record
    switch screen == .models ? .eigenvalues : options.spectrumView {
    case .eigenvalues:
      return SpectrumFigure(
        curve(of: record, spectra), comparedWith: screen == .models ? [] : comparedCurves(with: entry.id)
      ).figure
    case .cumulative:
      return CumulativeVarianceFigure([curve(of: record, spectra)] + comparedCurves(with: entry.id)).figure
    case .alphaByRange:
      let grid = RangeGrid(spectra.spectrum, estimator: fits.settings(of: record.id).estimator)
      return Figure(AlphaByRangeFigure(grid, fit: record.summary?.fit).chart, of: [entry.id])
    case .alphaByRows:
      let points = (record.uncertainty?.alphaBySampleCount ?? []).compactMap { point in
        point.alpha.map { AlphaByRowsFigure.Point(sampleCount: point.sampleCount, alpha: $0) }
      }
      guard points.count > 1 else { return nil }
      let interval = record.uncertainty?.measures[.alpha]?.interval
      return Figure(AlphaByRowsFigure(points, interval: interval).chart, of: [entry.id])
    case .benignRanks:
      return BenignEffectiveRanks(spectra.spectrum).map { ranks in
        let figure = BenignRanksFigure(ranks, labelCount: options.labelCount)
        return Figure(figure.chart, of: [entry.id], findings: figure.findings.map { Finding($0) })
      }
    }
  }

  private func comparedCurves(with dump: Dump.ID) -> [SpectrumFigure.Curve] {
    view.compared(with: dump).compactMap { id in
      guard let record = dumps[id]?.record, let spectra = spectra[id] else { return nil }
      return curve(of: record, spectra)
    }
  }

  private func curve(of record: AnalysisRecord, _ spectra: DumpSpectra) -> SpectrumFigure.Curve {
    SpectrumFigure.Curve(
      spectra.spectrum, fit: record.summary?.fit,
      label: (view.pinned == record.id ? "★ " : "") + DumpText.full(record.dump, in: dumps), dump: record.id)
  }
}
