import FileFixtures
import Foundation
import TerminalEmulation
import Testing

@Suite("Files that the dashboard makes", .serialized)
struct DashboardExportTests {
  private let results = SharedResults(of: "exports")
  private let configuration: TemporaryDirectory
  private let folder: TemporaryDirectory

  init() throws {
    configuration = try TemporaryDirectory()
    folder = try TemporaryDirectory()
    try configuration.write(
      "[settings]\nexport_width = \"3000px\"\nexport_folder = \"\(folder.path)/\"\n", to: "eigentop/config.toml")
  }

  /// A dashboard in which Enter begins to draw the spectrum.
  private func open(_ training: TrainingDirectory) throws -> TerminalSession {
    let environment = ["XDG_CONFIG_HOME": configuration.path.string].merging(results.environment) { first, _ in first }
    let session = try openDashboard(on: training, environment: environment)
    session.send("2")
    try session.waitForText("┊ ranks 11…100")
    session.send("e")
    try session.waitForText("chart as SVG")
    session.send("png")
    try session.waitForText("type to filter")
    session.send(.enter)
    try session.waitForText("write the chart to")
    return session
  }

  private func expectPicture() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path.string)
    #expect(files == ["eigentop-spectrum-001.png"])
    let bytes = try folder.read("eigentop-spectrum-001.png")
    #expect(bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]) && bytes.dropLast(4).suffix(4) == Data("IEND".utf8))
  }

  /// Both keys are read before anything is drawn. If the picture were made between them, the second one would take away
  /// what is said of it before anybody could see it.
  @Test("A key behind the one that begins a picture is answered first; then the picture is there whole, and told of")
  func keys() throws {
    let training = try TrainingDirectory()
    let session = try open(training)
    session.send("\r?")
    try session.waitForText("Help: Spectrum")
    try session.waitForText("eigentop-spectrum-001.png written")
    #expect(session.screenText.contains { $0.contains("Help: Spectrum") })
    try expectPicture()
    session.send("\u{3}")
    #expect(try session.waitUntilEnded() == .exited(0))
  }

  @Test("Who quits gets the terminal back, and the picture to its end")
  func quitting() throws {
    let training = try TrainingDirectory()
    let session = try open(training)
    session.send("\rq")
    #expect(try session.waitUntilEnded() == .exited(0))
    #expect(!session.isAlternateScreen && session.isCursorVisible)
    #expect(session.screenText.joined().contains("eigentop-spectrum-001.png written"))
    try expectPicture()
  }
}
