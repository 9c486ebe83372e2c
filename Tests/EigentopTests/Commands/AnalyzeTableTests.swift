import FileFixtures
import Testing

@Suite("What eigentop analyze prints for people and for spreadsheets")
struct AnalyzeTableTests {
  @Test("The table has a line for each dump, in columns under their titles")
  func table() async throws {
    let training = try TrainingDirectory()
    let run = try await Eigentop(["analyze", "."], in: training.directory)
    #expect(run.lines.count == 7)
    let columns = run.lines.map { $0.split(separator: " ", omittingEmptySubsequences: true) }
    #expect(columns[0].prefix(3) == ["path", "N×D", "α"])
    #expect(columns[1].prefix(3) == ["./lambd_0.1/features_epoch_1.npy", "280×128", "0.800"])
    #expect(columns[5].prefix(3) == ["./lambd_1/features_epoch_2.npy", "280×128", "0.600"])
    let torn = try #require(run.lines.last)
    #expect(torn.hasPrefix("./torn/features_epoch_2.npy"))
    #expect(torn.contains("—"))
    #expect(torn.contains("10 there"))
  }

  @Test("The table shows only the measures that were asked for")
  func measures() async throws {
    let training = try TrainingDirectory()
    let run = try await Eigentop(["analyze", "--measures", "stableRank", "lambd_1"], in: training.directory)
    #expect(run.lines.first?.split(separator: " ") == ["path", "N×D", "stable", "rank"])
  }

  @Test("Comma-separated values have a header and a row for each dump, settings and metrics last")
  func csv() async throws {
    let training = try TrainingDirectory()
    let run = try await Eigentop(["analyze", "--csv", "lambd_0.1"], in: training.directory)
    let rows = run.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let header = try #require(rows.first)
    #expect(header.prefix(6) == ["path", "run", "layer", "epoch", "step", "seed"])
    #expect(header.suffix(2) == ["lambd", "probe_acc"])
    #expect(rows.count == 3)
    let cells = Dictionary(uniqueKeysWithValues: zip(header, rows[2]))
    #expect(cells["path"] == "lambd_0.1/features_epoch_2.npy")
    #expect(cells["epoch"] == "2")
    #expect(cells["seed"] == "3")
    #expect(cells["lambd"] == "0.1")
    #expect(cells["probe_acc"] == "70.0")
    #expect(abs(try #require(cells["alpha"].flatMap { Double($0) }) - 1) < 1e-9)
    #expect(cells["error"] == "")
  }

  @Test("Names with control characters and escape sequences reach neither table nor messages as such")
  func hostileNames() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1), to: "red\u{1b}[31m\u{7}\nline.npy")
    try directory.write("torn", to: "bell\u{1b}]0;title\u{7}\u{9b}31m.npy")
    let run = try await Eigentop(["analyze", "."], in: directory)
    #expect(run.status == 1)
    #expect(run.lines.count == 3)
    for text in [run.output, run.errors] {
      #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }
    #expect(run.output.contains("red·[31m··line.npy"))
    #expect(run.errors.contains("bell·]0;title··31m.npy"))
  }

  @Test("In JSON such names are escaped, not altered")
  func hostileNamesInJSON() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1), to: "red\u{1b}[31m\n.npy")
    let run = try await Eigentop(["analyze", "--json", "."], in: directory)
    #expect(!run.output.contains("\u{1b}"))
    #expect(try run.records().map(\.path) == ["./red\u{1b}[31m\n.npy"])
  }
}
