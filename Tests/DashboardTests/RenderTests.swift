import Analysis
import ChartCells
import Charts
import FrameSnapshots
import Spectra
import SystemPackage
import TerminalCells
import DashboardFixtures
import Testing

@testable import Dashboard

@Suite("Frames of the dashboard")
struct RenderTests {
  static let sizes = [(80, 24), (120, 40), (200, 60), (40, 10), (20, 5), (1, 1), (0, 0)]

  @Test("The models screen at every size", arguments: sizes)
  func models(columns: Int, rows: Int) throws {
    var model = SampleSweep.model(columns: columns, rows: rows)
    model.press(.down, .down, .down)
    let frame = model.frame()
    #expect(try frame.snapshot() == frame.committedSnapshot("models-\(columns)x\(rows)"))
  }

  @Test("The spectrum screen at every size", arguments: sizes)
  func spectrum(columns: Int, rows: Int) throws {
    var model = SampleSweep.model(columns: columns, rows: rows)
    model.press(.down, .character("2"))
    let frame = model.frame()
    #expect(try frame.snapshot() == frame.committedSnapshot("spectrum-\(columns)x\(rows)"))
  }

  @Test("The table says α, R² and accuracy of a dump in its own line, under their titles")
  func columns() throws {
    let rows = SampleSweep.model(columns: 80, rows: 24).screenRows()
    let titles = try #require(rows.first { $0.contains("run / checkpoint") })
    let line = try #require(rows.first { $0.contains("epoch 3") })
    // The power law k^(−1.5) was given, and 81.25 % was logged.
    let alpha = try #require(titles.firstRange(of: "α ± SE"))
    #expect(line.dropFirst(titles.distance(from: titles.startIndex, to: alpha.lowerBound)).hasPrefix("1.500"))
    for (title, value) in [("R²", "1.000"), ("acc", "81.25")] {
      let end = try #require(titles.firstRange(of: title)).upperBound
      let column = titles.distance(from: titles.startIndex, to: end)
      let index = try #require(line.index(line.startIndex, offsetBy: column, limitedBy: line.endIndex))
      #expect(line[..<index].hasSuffix(value), "\(title) ends where \(value) ends")
    }
    #expect(line.contains("done"))
  }

  @Test("What waits, what is being computed and what failed say so in their lines")
  func states() {
    let rows = SampleSweep.model(columns: 80, rows: 24).screenRows()
    #expect(rows.contains { $0.contains(SampleSweep.queued) && $0.contains("queued") })
    #expect(rows.contains { $0.contains(SampleSweep.computing) && $0.contains("computing 41 %") }, "215 of 512 rows")
    #expect(rows.contains { $0.contains(SampleSweep.broken) && $0.contains("✗ 1000 rows promised, 311 there") })
  }

  @Test("A folded run shows how many dumps it has, and the numbers of the last one")
  func folded() throws {
    var model = SampleSweep.model(columns: 80, rows: 24)
    model.press(.character("h"))
    let line = try #require(model.screenRows().first { $0.contains("▸") })
    #expect(
      line.contains(SampleSweep.good) && line.contains("3 dumps") && line.contains("1.250") && line.contains("82.50"))
  }

  @Test("The header counts runs and dumps and says when something last changed")
  func header() {
    let header = SampleSweep.model(columns: 120, rows: 40).screenRows()[0]
    #expect(header.contains("5 runs · 7 dumps · 1 computing · 1 queued"))
    #expect(header.contains("1 needs attention"))
    #expect(header.hasSuffix("last change 14:02:31"))
  }

  @Test("The spectrum screen draws λ₁ in the upper left corner of the plot and the last rank in the lower right")
  func curve() {
    var model = SampleSweep.model(columns: 120, rows: 40)
    model.press(.down, .character("2"))
    let layout = ScreenLayout(model)
    let frame = model.frame()
    // k^(−2) over 256 ranks falls from 1 to 1.5e-5, straight on these axes.
    func rows(atColumn x: Int) -> [Int] {
      (layout.chart.y + 1..<layout.chart.maxY - 5).filter { y in
        guard let scalar = frame[x, y].character?.unicodeScalars.first else { return false }
        return (0x2801...0x28ff).contains(scalar.value) || frame[x, y].character == "●"
      }
    }
    let columns = (layout.chart.x + 8..<layout.chart.maxX).filter { !rows(atColumn: $0).isEmpty }
    #expect(columns.count > 60, "the curve spans the plot")
    // The reference k^(−1) lies below the curve before the fitted ranks and above it from there on.
    let first = columns.first.flatMap { rows(atColumn: $0).first } ?? -1
    let middle = rows(atColumn: (columns[0] + columns[columns.count - 1]) / 2).last ?? -1
    let last = columns.last.flatMap { rows(atColumn: $0).last } ?? -1
    #expect(first <= layout.chart.y + 3, "λ₁ at the top")
    #expect(last >= layout.chart.maxY - 8, "λ₂₅₆ at the bottom")
    #expect(abs(middle - (first + last) / 2) <= 1, "and straight in between")
    #expect(model.screenRows().contains { $0.contains("α") && $0.contains("2.000") })
  }

  @Test("Wide terminals show the selected dump's details and spectrum beside the table, narrow ones its details below")
  func panes() {
    let wide = ScreenLayout(columns: 120, rows: 40, screen: .models)
    #expect(wide.showsSpectrum && wide.details.x > wide.table.maxX && wide.chart.y >= wide.details.maxY)
    let narrow = ScreenLayout(columns: 80, rows: 24, screen: .models)
    #expect(!narrow.showsSpectrum && narrow.details.y >= narrow.table.maxY && narrow.tableRows >= 10)
  }

  @Test("Parts of the screen never overlap, whatever the size", arguments: Screen.allCases)
  func layout(screen: Screen) {
    for columns in [0, 1, 9, 20, 79, 80, 109, 110, 120, 300] {
      for rows in [0, 1, 2, 4, 5, 9, 10, 14, 20, 24, 40, 100] {
        let layout = ScreenLayout(columns: columns, rows: rows, screen: screen)
        let parts = [layout.header, layout.tabs, layout.footer, layout.table, layout.details, layout.chart].filter {
          !$0.isEmpty
        }
        let screen = Rect(x: 0, y: 0, width: columns, height: rows)
        for (index, part) in parts.enumerated() {
          #expect(part.intersection(screen) == part, "\(columns)×\(rows): \(part)")
          for other in parts[(index + 1)...] {
            #expect(part.intersection(other).isEmpty, "\(columns)×\(rows): \(part) and \(other)")
          }
        }
      }
    }
  }

  @Test("Names from outside reach the screen without their control characters")
  func hostileNames() {
    var model = Model(title: "sweep", columns: 80, rows: 24)
    let dump = Dump(path: FilePath("sweep/x\u{1b}[2J/y.npy"), run: "x\u{1b}[2J\u{202e}y", layer: "\u{7}")
    let failure = AnalysisFailure(code: .unreadable, message: "\u{9b}31m")
    _ = update(&model, .engine(.finished(AnalysisRecord(dump: dump, failure: failure)), at: SampleSweep.time))
    for keys in [[], [KeyEvent.character("w")], [.character("2")]] {
      for key in keys { model.press(key) }
      #expect(!model.frame().cells.contains { $0.character?.isTerminalControl ?? false })
    }
  }

  @Test("The ASCII canvas draws nothing but ASCII besides the Greek and the names of keys")
  func ascii() {
    var model = SampleSweep.model(columns: 120, rows: 40)
    model.press(.down)
    let allowed: Set<Character> = ["α", "λ", "²", "×", "·", "…", "—", "↵", "↑", "↓", "←", "→", "±"]
    let drawn = Set(model.frame(canvas: .ascii).cells.compactMap(\.character))
    #expect(drawn.filter { !$0.isASCII }.isSubset(of: allowed), "\(drawn.filter { !$0.isASCII }.subtracting(allowed))")
  }

  @Test("Errors and warnings are listed in words under the path of their dump")
  func messages() {
    var model = SampleSweep.model(columns: 80, rows: 24)
    _ = update(&model, .engine(.problem("sweep/hparams.yaml:3: no value"), at: SampleSweep.time))
    model.press(.character("w"))
    let rows = model.screenRows()
    #expect(rows.contains { $0.contains("sweep/\(SampleSweep.broken)/features_epoch_008.npy") })
    #expect(rows.contains { $0.contains("1000 rows promised, 311 there") })
    #expect(rows.contains { $0.contains("sweep/hparams.yaml:3: no value") })
  }

  @Test("Before anything is found the screen says what is being looked for")
  func empty() {
    var model = Model(title: "nowhere", columns: 80, rows: 24)
    #expect(model.screenRows().contains { $0.contains("looking for dumps") })
    _ = update(&model, .engine(.discovered, at: SampleSweep.time))
    #expect(model.screenRows().contains { $0.contains("no .npy file with two or more axes below nowhere") })
  }

  @Test("An accuracy that was logged later, and α over ranks of its own, carry an asterisk")
  func asterisks() throws {
    var model = Model(title: "sweep", columns: 120, rows: 40)
    var record = SampleSweep.analysed(SampleSweep.good, epoch: 1, alpha: 2, accuracy: 70)
    record.dump.metrics["probe_acc"] = Metric(value: 70, join: .lastOfRun)
    _ = update(&model, .engine(.finished(record), at: SampleSweep.time))
    #expect(model.screenRows().contains { $0.contains("2.000 ") && $0.contains("70.00*") })
    _ = update(&model, .spectraLoaded(record.id, DumpSpectra(SampleSweep.spectrum(alpha: 2))))
    model.press(.character("2"), .character("A"), .character("]"), .character("1"))
    #expect(model.screenRows().contains { $0.contains("2.000*") })
  }

  @Test("A title of ten thousand characters costs no more than its end")
  func longTitle() {
    let model = Model(title: String(repeating: "directory ", count: 1_000) + "end", columns: 80, rows: 24)
    #expect(model.screenRows()[0].contains("directory end"))
  }

  @Test("A path wider than the activity is broken behind slashes; in the one line of a result it loses its middle")
  func longPaths() throws {
    var model = Model(title: "sweep", columns: 80, rows: 24)
    let dump = Dump(path: FilePath(String(repeating: "directory/", count: 15) + "epoch_8.npy"), run: "run")
    let failure = AnalysisFailure(code: .truncated, message: "why")
    _ = update(&model, .engine(.finished(AnalysisRecord(dump: dump, failure: failure)), at: SampleSweep.time))
    model.press(.character("w"))
    let lines = model.screenRows().map { $0.split(separator: "│").first.map(String.init) ?? "" }
    let full = "   " + String(repeating: "directory/", count: 7)
    let first = try #require(lines.firstIndex { $0.hasPrefix(full) })
    #expect(lines[first + 1].hasPrefix(full))
    #expect(lines[first + 2].hasPrefix("   directory/epoch_8.npy "))
    #expect(lines.contains { $0.hasPrefix("   14:02:31  why  directory/") && $0.hasSuffix("…/epoch_8.npy ") })
  }
}
