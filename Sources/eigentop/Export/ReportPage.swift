import ChartExport
import Figures

/// The page of a report: HTML with pictures beside it, without scripts and without anything from elsewhere.
struct ReportPage {
  /// The directory first.
  let provenance: [(name: String, value: String)]
  let charts: [Report.Item]
  let spectra: [Report.Item]
  let table: DataTable

  private var title: String { provenance.first?.value ?? "" }

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="eigentop \(Eigentop.versionWithCommit)">
    <title>\(title.escapedForXML): eigentop</title>
    <style>
    body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #222; background: #fff; }
    h1, h2 { font-weight: 600; line-height: 1.2; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
    dt { color: #666; } dd { margin: 0; }
    .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(30rem, 100%), 1fr)); gap: 2rem; }
    .spectra { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 1.5rem; }
    figure { margin: 0; } img { width: 100%; height: auto; }
    figcaption { font-size: .87rem; overflow-wrap: anywhere; } figcaption p { margin: .2rem 0; }
    .warning { color: #9a3412; }
    .table { overflow-x: auto; } table { border-collapse: collapse; font-size: .87rem; font-variant-numeric: tabular-nums; }
    th, td { padding: .15rem .6rem; text-align: left; white-space: nowrap; border-bottom: 1px solid #ddd; }
    .number { text-align: right; }
    </style>
    </head>
    <body>
    <h1>\(title.escapedForXML)</h1>
    <dl>
    \(provenance.map { "<dt>\($0.name.escapedForXML)</dt><dd>\($0.value.escapedForXML)</dd>" }.joined(separator: "\n"))
    <dt>made by</dt><dd>eigentop \(Eigentop.versionWithCommit)</dd>
    </dl>
    <h2>Charts</h2>
    <div class="charts">
    \(charts.map(figure).joined(separator: "\n"))
    </div>
    <h2>Models</h2>
    <p>As files: \(["csv", "json", "md", "tex"].map { "<a href=\"models.\($0)\">models.\($0)</a>" }.joined(separator: ", ")).</p>
    <div class="table">
    \(tableText)
    </div>
    <h2>Spectra</h2>
    <div class="spectra">
    \(spectra.map(figure).joined(separator: "\n"))
    </div>
    </body>
    </html>

    """
  }

  private func figure(_ item: Report.Item) -> String {
    let findings = item.findings.map { finding in
      "<p\(finding.isWarning ? " class=\"warning\"" : "")>\(finding.text.escapedForXML)</p>"
    }
    let links = item.formats.map { "<a href=\"\(item.name).\($0.rawValue)\">\($0.rawValue)</a>" }
    return """
      <figure><img src="\(item.name).svg" alt="\(item.title.escapedForXML)" loading="lazy">
      <figcaption><strong>\(item.title.escapedForXML)</strong> (\(links.joined(separator: ", ")))
      \(findings.joined(separator: "\n"))</figcaption></figure>
      """
  }

  private var tableText: String {
    func row(_ texts: [String], _ element: String) -> String {
      "<tr>"
        + zip(texts, table.columns).map { text, column in
          "<\(element)\(column.isNumeric ? " class=\"number\"" : "")>\(text.escapedForXML)</\(element)>"
        }.joined() + "</tr>"
    }
    return """
      <table>
      <thead>\(row(table.columns.map(\.title), "th"))</thead>
      <tbody>
      \(table.rows.map { row($0.map(\.shown), "td") }.joined(separator: "\n"))
      </tbody>
      </table>
      """
  }
}
