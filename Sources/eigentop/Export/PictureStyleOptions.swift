import ArgumentParser
import ChartExport
import Charts
import Dashboard
import Foundation

/// How pictures are drawn.
struct PictureStyleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Of the picture, as 8.5cm, 17cm, 3.3in, 240pt or 1200px. (default: 17cm)", valueName: "length"))
  var width: PrintLength?
  @Option(help: ArgumentHelp("Of the picture. (default: as wide charts need)", valueName: "length")) var height:
    PrintLength?
  @Option(help: ArgumentHelp("In points. (default: 8)", valueName: "points")) var fontSize: Double?
  @Option(help: ArgumentHelp("A family of fonts that is installed.", valueName: "family"))
  var font = PictureStyle.standardFont
  @Option(
    help: ArgumentHelp("Colours, by the name of a theme.", valueName: "name"),
    completion: .custom { _, _, _ in ThemeLibrary(directories: ThemeDirectory.all()).names })
  var theme = "light"
  @Option(help: "Pixels per inch of a PNG.") var dpi = 300.0
  @Flag(help: "What the data say, below the chart. Warnings always stand there.") var findings = false
  @Flag(help: "Write the date into the file; without it the same input gives the same bytes.") var date = false

  func validate() throws {
    if let fontSize, !Setting.exportFontSize.accepts(fontSize) {
      throw ValidationError("--font-size takes points from 3 to 72")
    }
    guard (36...2400).contains(dpi) else { throw ValidationError("--dpi takes a number from 36 to 2400") }
    let library = ThemeLibrary(directories: ThemeDirectory.all())
    guard library.names.contains(theme) else { throw ValidationError(library.unknown(theme)) }
  }

  var settings: [Setting] {
    [width.map { Setting.exportWidth($0) }, fontSize.map { Setting.exportFontSize($0) }, .exportTheme(theme)]
      .compactMap(\.self)
  }

  var options: PictureOptions {
    var options = PictureOptions()
    (options.height, options.font, options.resolution, options.showsFindings) = (height, font, dpi, findings)
    if font != PictureStyle.standardFont { options.monospacedFont = font }
    options.date = date ? Date().ISO8601Format() : nil
    return options
  }
}

extension PrintLength: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
