import ChartCells
import Charts
import Dashboard
import DashboardFixtures
import Foundation
import FrameSnapshots
import TerminalCells
import Testing

@testable import eigentop

@Suite("Frames in the themes that come with the program")
struct AppearanceSnapshotTests {
  /// A theme, on a terminal.
  enum Look: String, CaseIterable {
    case dark, light, sixteen, mono, ascii

    func appearance() throws -> Appearance {
      let themes = URL(fileURLWithPath: #filePath).appending(path: "../../../Themes").standardized
      let name = self == .light || self == .mono ? rawValue : "dark"
      let depth: ColorDepth = self == .sixteen ? .ansi16 : self == .mono ? .none : .xterm256
      let theme = try ThemeLibrary(directories: [themes]).load(name).theme
      return Appearance(theme: ResolvedTheme(theme, depth: depth), canvas: self == .ascii ? .ascii : .braille)
    }
  }

  /// What is looked at, by the keys that lead there.
  enum Scene: String, CaseIterable {
    case models, spectrum, help, activity

    var keys: [KeyEvent] {
      switch self {
      case .models: [.down, .down, .down]
      case .spectrum: [.down, .character("2")]
      case .help: [.down, .character("2"), .character("?")]
      case .activity: [.character("w")]
      }
    }
  }

  @Test("Every screen and overlay, at every size", arguments: Look.allCases, Scene.allCases)
  func frames(look: Look, scene: Scene) throws {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
      let frame = try frame(look, scene, columns: columns, rows: rows)
      #expect(try frame.snapshot() == frame.committedSnapshot("\(scene)-\(look)-\(columns)x\(rows)"))
    }
  }

  @Test("The selected line stands out from its neighbours in every look", arguments: Look.allCases)
  func selection(look: Look) throws {
    let frame = try frame(look, .models, columns: 80, rows: 24)
    // Titles are in row 3, the heading of the first run in row 4; down was pressed three times.
    let selected = frame[2, 7].style
    for neighbour in [frame[2, 6].style, frame[2, 8].style] {
      let differs =
        selected.background != neighbour.background
        || selected.attributes.symmetricDifference(neighbour.attributes).contains(.reverse)
      #expect(differs)
    }
  }

  @Test("Fit, curve and noise floor differ by more than colour", arguments: Look.allCases)
  func shapes(look: Look) throws {
    let frame = try frame(look, .spectrum, columns: 120, rows: 40)
    let legend = frame.text(row: 3)
    #expect(legend.contains(look == .ascii ? "lambd_0.004000_pdim_128" : "━● lambd_0.004000_pdim_128"))
    #expect(legend.contains(look == .ascii ? "fit" : "╍ fit"))
  }

  private func frame(_ look: Look, _ scene: Scene, columns: Int, rows: Int) throws -> CellBuffer {
    var model = SampleSweep.model(columns: columns, rows: rows)
    for key in scene.keys { model.press(key) }
    var buffer = CellBuffer(width: columns, height: rows)
    render(model, try look.appearance(), into: &buffer)
    return buffer
  }
}
