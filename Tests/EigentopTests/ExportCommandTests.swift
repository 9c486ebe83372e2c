import Dashboard
import FileFixtures
import Foundation
import Testing

@Suite("Export on the command line")
struct ExportCommandTests {
  private static let sample = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "SampleData")
  /// A part of the sample data that has something for every chart.
  private static let runs = [
    "lambd_0.000100_pdim_16", "lambd_0.000100_pdim_256", "lambd_0.025000_pdim_16", "lambd_0.025000_pdim_256",
    "layers_barlow_twins",
  ].map { sample.appending(path: $0).path }

  @Test(
    "--all writes every chart in every format, the table, and a page without scripts that shows them, twice the same",
    .timeLimit(.minutes(15)))
  func everything() async throws {
    let directory = try TemporaryDirectory()
    let formats = ExportRequest.formats(of: .chart).map(\.rawValue)
    let cache = ["XDG_CACHE_HOME": directory.path.string]
    for folder in ["one", "two"] {
      let run = try await Eigentop(
        ["export"] + Self.runs + ["--all", "-o", folder, "--formats", formats.joined(separator: ",")], in: directory,
        environment: cache)
      #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(directory.path)/one").sorted()
    for chart in [
      "cumulative", "alpha-by-range", "alpha-by-rows", "benign-ranks", "scatter-1", "landscape-1", "timeline-1",
      "layers-1", "selection-1", "replay-1",
    ] {
      for format in formats { #expect(files.contains("\(chart).\(format)"), "\(chart).\(format)") }
    }
    #expect(files.count { $0.hasPrefix("spectra/") } > 10 && files.contains("models.tex"))
    let page = try String(contentsOfFile: "\(directory.path)/one/index.html", encoding: .utf8)
    #expect(!page.contains("<script") && page.contains("lambd_0.000100_pdim_16"))
    for match in page.matches(of: /(?:src|href)="([^"]*)"/) { #expect(files.contains(String(match.1))) }
    for file in files where file.contains(".") {
      let (one, two) = (try directory.read("one/\(file)"), try directory.read("two/\(file)"))
      #expect(one == two && !one.isEmpty, "\(file)")
    }
  }

  @Test("A chart goes to standard output or to a file, which is replaced only when asked for")
  func output() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1), to: "runs/a.npy")
    let arguments = ["export", "runs", "--chart", "spectrum", "--no-uncertainty", "--no-cache", "-o"]
    let piped = try await Eigentop(arguments + ["-", "--format", "svg"], in: directory)
    #expect(piped.status == 0 && piped.output.hasPrefix("<?xml"))
    let first = try await Eigentop(arguments + ["a b\nc.svg"], in: directory)
    #expect(first.status == 0 && first.output.isEmpty && first.errors.isEmpty)
    #expect(try directory.read("a b\nc.svg") == Data(piped.output.utf8))
    let second = try await Eigentop(arguments + ["a b\nc.svg"], in: directory)
    #expect(second.status == 2 && second.errors.contains("is there already: --force replaces it"))
    #expect(try await Eigentop(arguments + ["a b\nc.svg", "--force"], in: directory).status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: directory.path.string).sorted() == ["a b\nc.svg", "runs"])
  }

  @Test("What cannot be written is named, and leaves nothing: no folder, and the data's own folder")
  func failures() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1), to: "runs/a.npy")
    let arguments = ["export", "runs", "--chart", "spectrum", "--no-uncertainty", "--no-cache", "-o"]
    let nowhere = try await Eigentop(arguments + ["no/x.svg"], in: directory)
    #expect(nowhere.status == 2 && nowhere.errors.contains("no/x.svg cannot be written: No such file or directory"))
    let below = try await Eigentop(arguments + ["runs/x.svg"], in: directory)
    #expect(below.status == 2 && below.errors.contains("runs is being watched, and nothing is written there"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path.string) == ["runs"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(directory.path)/runs") == ["a.npy"])
  }

  @Test("What is no chart, no format and no quantity is refused before anything is written")
  func usage() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1), to: "runs/a.npy")
    for (arguments, status, reason) in [
      (["--chart", "spectrum", "-o", "x.gif"], Int32(64), ".gif for a chart; there are svg, pdf"),
      (["--table", "-o", "x.pdf"], 64, ".pdf for a table; there are csv, json, md, tex"),
      (["--chart", "spectrum", "--table", "-o", "x.svg"], 64, "one of --chart, --table, --screen and --all"),
      (["--chart", "spectrum", "--width", "wide", "-o", "x.svg"], 64, "wide"),
      (["--chart", "scatter", "-o", "x.svg"], 2, "no chart: no dump has both a value for x and one for y"),
      (["--chart", "scatter", "--x", "alhpa", "-o", "x.svg"], 2, "no dump has alhpa; there are"),
      (["--chart", "spectrum", "--width", "1cm", "-o", "x.svg"], 2, "no room for the plot area"),
      (["--chart", "spectrum", "--panel", "2", "-o", "x.svg"], 2, "--panel 2: there is 1"),
      (["--table", "--filter", "foo>1", "-o", "x.csv"], 2, "filter: "),
    ] {
      let run = try await Eigentop(["export", "runs", "--no-uncertainty", "--no-cache"] + arguments, in: directory)
      #expect(run.status == status && run.errors.contains(reason), "\(arguments): \(run.errors)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path.string) == ["runs"])
  }

  @Test("Where nothing could be analysed nothing is written: status 2")
  func nothing() async throws {
    let directory = try TemporaryDirectory()
    try directory.write("no array", to: "runs/b.npy")
    for arguments in [["--table", "-o", "x.csv"], ["--all", "-o", "report"]] {
      let run = try await Eigentop(["export", "runs", "--no-cache"] + arguments, in: directory)
      #expect(run.status == 2 && run.errors.contains("runs/b.npy: ") && run.errors.contains("no dump was analysed"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path.string) == ["runs"])
  }

  @Test("A dump that cannot be read costs no other chart: status 1, and it is named")
  func broken() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1), to: "runs/a.npy")
    try directory.write("no array", to: "runs/b.npy")
    let run = try await Eigentop(
      ["export", "runs", "--chart", "spectrum", "--no-uncertainty", "--no-cache", "-o", "x.svg"], in: directory)
    #expect(run.status == 1 && run.errors.contains("runs/b.npy: "))
    #expect(FileManager.default.fileExists(atPath: "\(directory.path)/x.svg"))
  }
}
