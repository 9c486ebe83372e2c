import Charts
import TerminalCells

/// The parameters of the laboratory and how far it has come, in words.
struct LaboratoryText {
  struct Line: Equatable {
    var spans: [DetailsText.Span]
    /// Which columns are of which parameter.
    var places: [Place] = []

    init(_ spans: [DetailsText.Span]) { self.spans = spans }
  }

  struct Place: Equatable {
    var parameter: LaboratoryParameter
    var columns: Range<Int>
  }

  private let laboratory: Laboratory
  /// What its views are looked for beside; nil for no dump.
  private let dumpTitle: String?

  init(_ model: Model) {
    laboratory = model.laboratory
    dumpTitle = model.selected.map { DumpText.full($0.record.dump, in: model.dumps) }
  }

  private static let heightForList = 8
  private static let widestColumn = 44
  private static let widestBar = 16

  private var settings: LaboratorySettings { laboratory.settings }

  /// One parameter to a line where there is height for it, otherwise a few dense lines; of too many those about the chosen one.
  func lines(width: Int, height: Int) -> [Line] {
    guard height >= Self.heightForList else {
      let status = height > 1 ? [Line(progress(barWidth: 0).flatMap { $0 })] : []
      return window(flow(width: width), height: height - status.count) + status
    }
    let column = min(width, Self.widestColumn)
    let status = progress(barWidth: min(Self.widestBar, column / 2)).map { Line($0) } + views(width: column)
    let list = list(width: column)
    guard list.count + status.count + 1 <= height else { return window(list, height: height) }
    return list + [Line([])] + status
  }

  private func list(width: Int) -> [Line] {
    var lines: [Line] = []
    var section: LaboratoryParameter.Section?
    for parameter in settings.parameters {
      if parameter.section != section {
        if section != nil { lines.append(Line([])) }
        section = parameter.section
        lines.append(Line([DetailsText.Span(parameter.section.rawValue, .title)]))
      }
      let label = " " + parameter.symbol.padded(to: 2) + parameter.title
      let value = text(of: parameter) + " "
      let room = max(1, width - label.displayWidth - value.displayWidth)
      var line = Line([DetailsText.Span(label + String(repeating: " ", count: room), .dim), DetailsText.Span(value)])
      line.places = [Place(parameter: parameter, columns: 0..<width)]
      lines.append(line)
    }
    return lines
  }

  private func flow(width: Int) -> [Line] {
    var lines = [Line([])]
    var used = 0
    for parameter in settings.parameters {
      let label = parameter.shortTitle.isEmpty ? "" : parameter.shortTitle + " "
      let value = text(of: parameter)
      let length = label.displayWidth + value.displayWidth
      if used > 0, used + length > width {
        lines.append(Line([]))
        used = 0
      }
      lines[lines.count - 1].spans += [DetailsText.Span(label, .dim), DetailsText.Span(value), DetailsText.Span("   ")]
      lines[lines.count - 1].places.append(Place(parameter: parameter, columns: used..<used + length))
      used += length + 3
    }
    return lines
  }

  /// So many lines, the one of the chosen parameter among them.
  private func window(_ lines: [Line], height: Int) -> [Line] {
    let chosen = lines.firstIndex { $0.places.contains { $0.parameter == laboratory.parameter } } ?? 0
    let first = max(0, min(chosen - height / 2, lines.count - height))
    return Array(lines.dropFirst(first).prefix(max(0, height)))
  }

  private func text(of parameter: LaboratoryParameter) -> String {
    switch parameter {
    // The smaller samples, too, that the largest begins with.
    case .rows: settings.sampleCounts.map(String.init).joined(separator: ", ")
    case .ranks: "\(settings.ranks)"
    default: settings.text(of: parameter)
    }
  }

  /// How many trials and draws are finished, of the parameters as they are.
  private func progress(barWidth: Int) -> [[DetailsText.Span]] {
    if let failure = laboratory.results?.failure { return [[DetailsText.Span(failure, .error)]] }
    let trials = laboratory.hasCurrentCurve ? laboratory.results?.trialCount ?? 0 : 0
    let draws = laboratory.hasCurrentBiases ? laboratory.results?.drawCount ?? 0 : 0
    return [(trials, "trials"), (draws, "draws")].map { done, name in
      let count = settings.trials
      let bar = ProgressBar(percent: 100 * min(done, count) / max(1, count), width: barWidth).text
      let role: UIRole = done < count ? .live : .ok
      return [DetailsText.Span(bar, role), DetailsText.Span("\(done) of \(count) \(name)   ", role)]
    }
  }

  private func views(width: Int) -> [Line] {
    guard let dumpTitle else { return [] }
    let text =
      switch laboratory.views {
      case nil: "two views of \(dumpTitle) are being compared"
      case .matrix?: "two views of \(dumpTitle)"
      case .absent(let reason)?: "no cross-correlation: \(reason)"
      }
    return [Line([])] + WrappedText.words(text, width: width).map { Line([DetailsText.Span($0, .dim)]) }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }
}
