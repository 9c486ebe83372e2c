import Charts
import ChartExport

/// What of a picture the settings of the dashboard do not say.
struct PictureOptions {
  /// nil for usual proportions.
  var height: PrintLength?
  var font = PictureStyle.standardFont
  var monospacedFont = PictureStyle.standardMonospacedFont
  /// Pixels per inch of a PNG.
  var resolution = 300.0
  var showsFindings = false
  /// To be written into the file, as ISO 8601.
  var date: String?

  /// What a pixel is in formats that have none (CSS).
  static let pixelsPerInch = 96.0
}
