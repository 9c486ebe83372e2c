import Analysis
import Charts
import DashboardFixtures
import Foundation
import SystemPackage
import TerminalCells
import Testing

@testable import Dashboard

@Suite("What is remembered of a look at directories")
struct SessionTests {
  private let roots: [FilePath] = ["sweep"]

  /// Everything that can be remembered is another than by itself.
  private func used() -> Model {
    var model = SampleSweep.model(columns: 120, rows: 40)
    model.press(.down, .character(" "), .character(" "))
    model.press(.character("p"), .character("s"), .character("a"), .character("S"))
    model.press(.character("G"), .character("h"), .character("g"), .down)
    let pane = PaneID(screen: .scatter, index: 1)
    model.view.framings[pane] = ChartFraming(x: 1...2, y: -3...0.5, xKind: .logarithmic)
    model.view.choices[pane] = ChartChoice(x: "alpha", color: ChartChoice.Color.none)
    model.view.filter = "lambd"
    model.view.columns = [.state, .alpha, .quantity(Quantity(named: "pdim"))]
    model.press(.character("3"))
    return model
  }

  /// A model to which the engine has said nothing of these directories yet, and then all of it.
  private func resumed(_ session: Session) throws -> Model {
    let data = try JSONEncoder().encode(session)
    var model = Model(title: "sweep", columns: 120, rows: 40)
    model.resume(try JSONDecoder().decode(Session.self, from: data), on: roots)
    for news in SampleSweep.updates { _ = update(&model, .engine(news, at: SampleSweep.time)) }
    return model
  }

  @Test("Screen, order, columns, filter, folds, marks, pin, selection, framings and choices come back")
  func roundTrip() throws {
    let before = used()
    let after = try resumed(before.session(of: roots))
    #expect(before.view.marked.count == 2 && before.view.pinned != nil)
    #expect(after.screen == .scatter)
    #expect(after.view == before.view)
    #expect(after.table.order == before.table.order)
    #expect(after.table.folded == before.table.folded)
    #expect(after.table.selection == before.table.selection)
    #expect(after.history.count == 0)
  }

  @Test("Only what still exists comes back")
  func vanished() throws {
    var session = used().session(of: roots)
    session.marked.insert("sweep/gone.npy", at: 0)
    session.pinned = "sweep/gone.npy"
    session.folded.append(Session.Run(root: "", name: "gone"))
    session.selectedDump = "sweep/gone.npy"
    session.screen = 99
    session.order = []
    let choice = ChartChoice(y: "effectiveRank", color: .quantity("no such thing"))
    session.charts = [Session.Chart(PaneID(screen: .scatter), framing: nil, choice: choice)].compactMap { $0 }
    let model = try resumed(session)
    #expect(model.view.marked == used().view.marked && model.view.pinned == nil && model.table.selection == nil)
    #expect(model.table.folded == used().table.folded && model.screen == .models && model.table.order == SortOrder())
    #expect(model.view.choices == [PaneID(screen: .scatter): ChartChoice(y: "effectiveRank")])
  }

  @Test("Who leaves before the dumps were found again loses nothing, and what was done meanwhile stays")
  func early() throws {
    let session = used().session(of: roots)
    var model = Model(title: "sweep", columns: 120, rows: 40)
    model.resume(session, on: roots)
    #expect(model.session(of: roots) == session)
    for news in SampleSweep.updates where news != .discovered {
      _ = update(&model, .engine(news, at: SampleSweep.time))
    }
    let own = try #require(
      SampleSweep.updates.lazy.compactMap(\.finishedDump).first { !session.marked.contains(Session.DumpName($0)) })
    model.view.marked = [own]
    _ = update(&model, .engine(.discovered, at: SampleSweep.time))
    #expect(model.view.marked.map(Session.DumpName.init) == session.marked + [Session.DumpName(own)])
  }

  @Test("The same directories by another name have the same dumps")
  func otherNames() {
    var session = Session(roots: ["runs", "/data/more"])
    session.marked = ["runs/a/1.npy", "/data/more/b/2.npy", "runs2/c.npy"]
    session.folded = [Session.Run(root: "runs", name: "a")]
    session.pinned = "runs"
    let renamed = session.named([".", "/more"])
    #expect(renamed.marked == ["./a/1.npy", "/more/b/2.npy", "runs2/c.npy"])
    #expect(renamed.folded == [Session.Run(root: ".", name: "a")] && renamed.pinned == ".")
    #expect(session.named(["."]) == session)
  }

  @Test("An array of a file is remembered with its name, a file that is one array as in 0.1.0: by its path")
  func arrays() throws {
    var session = Session(roots: ["runs"])
    session.marked = ["runs/a.npy", Session.DumpName(file: "runs/b.npz", array: "layer1")]
    session.selectedDump = session.marked.last
    let text = String(decoding: try JSONEncoder().encode(session), as: UTF8.self)
    #expect(text.contains(#""runs\/a.npy""#) && !text.contains(#""file":"runs\/a.npy""#))
    #expect(try JSONDecoder().decode(Session.self, from: Data(text.utf8)) == session)
    #expect(session.named(["."]).selectedDump?.id == Dump.ID("./b.npz", array: "layer1"))
  }

  @Test("A chart's range is no range where its ends are none", arguments: [[2, 1], [1, 1], [1], [1, .infinity]])
  func ranges(_ ends: [Double]) {
    #expect(Session.Chart(screen: 2, pane: 0, x: ends).framing == nil)
  }

  @Test("It is bounded, however much was marked")
  func bounds() {
    var model = used()
    model.view.marked = []
    for index in 0..<3000 { model.view.marked.append(Dump.ID(FilePath("sweep/\(index).npy"))) }
    #expect(model.session(of: roots).marked.count == Session.limit)
  }
}

extension Session.DumpName: ExpressibleByStringLiteral {
  public init(stringLiteral file: String) { self.init(file: file) }
}

extension EngineUpdate {
  fileprivate var finishedDump: Dump.ID? {
    if case .finished(let record) = self { record.id } else { nil }
  }
}
