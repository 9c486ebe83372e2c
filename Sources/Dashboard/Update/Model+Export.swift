import Analysis
import Figures

extension Model {
  /// What can be had of this screen, to choose from.
  var exportItems: [Picker.Item] {
    ExportRequest.all.filter { $0.subject != .chart || focusedFigure != nil }.map { request in
      Picker.Item(
        title: request.title, detail: ".\(request.suffix)",
        isCurrent: request == exports.last, choice: .export(request))
    }
      + [
        Picker.Item(title: "copy the chart as text", choice: .copyChart),
        Picker.Item(title: "copy the table as Markdown", choice: .copyTable),
      ].filter { $0.choice != .copyChart || focusedFigure != nil }
  }

  /// Asks where the file is to be written.
  mutating func beginExport(_ request: ExportRequest) {
    exports.propose(request)
    let subject = request.subject == .table ? "table" : screen.title.lowercased()
    let pane = request.subject == .chart && charts.figures.count > 1 ? "-\(focusedPane.index + 1)" : ""
    let name = "eigentop-\(subject)\(request.subject == .screen ? "-screen" : pane)-001.\(request.suffix)"
    input.ask(.export(request, replacing: nil), text: exports.folder + name)
  }

  /// - Parameter replaced: the file that was there when this was asked for the last time.
  mutating func acceptExport(_ request: ExportRequest, _ name: String, replacing replaced: String?) -> [Effect] {
    guard name.hasSuffix(".\(request.suffix)") else {
      input.judge(Prompt.Mistake(reason: "write a name that ends in .\(request.suffix)"))
      return []
    }
    input.endPrompt()
    // A large picture takes its time, and keys are answered meanwhile.
    input.say("writing \(name)")
    return [.export(request, to: name, replaces: name == replaced)]
  }

  /// Takes in that a file has been written: the next goes to the same folder.
  mutating func finishExport(named name: String, _ path: String, isPathCopied: Bool) -> [Effect] {
    input.say("\(path) written" + (isPathCopied ? ", the path copied" : ""))
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    return folder == exports.folder ? [] : keep(.exportFolder(folder))
  }

  /// Asks once more where there is a file already.
  mutating func confirmReplacing(_ request: ExportRequest, _ name: String) {
    input.ask(
      .export(request, replacing: name), text: name,
      objection: Prompt.Mistake(reason: "is there already: Enter once more replaces it"))
  }
}
