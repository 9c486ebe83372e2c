import CCairo
import Charts
import TerminalCells

/// A rectangle of a page, in points from its upper left corner.
struct Box: Sendable, Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var maxX: Double { x + width }
  var maxY: Double { y + height }

  /// Of this box's inner part they share.
  func overlaps(_ other: Box) -> Bool { x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY }
}

/// A place on a page, in points from its upper left corner.
struct Place: Sendable, Hashable {
  var x: Double
  var y: Double
}

/// One page that is drawn on with Cairo, and becomes a file in memory.
final class Page {
  /// What a text is placed by.
  enum Anchor { case start, middle, end }

  let width: Double
  let height: Double
  private let format: PictureFormat
  private let sink = ByteSink()
  private let surface: OpaquePointer
  private let context: OpaquePointer

  /// - Parameters:
  ///   - width: in points, as all lengths are.
  ///   - resolution: pixels per inch, of formats that have pixels.
  init(
    width: Double, height: Double, format: PictureFormat, resolution: Double, font: String, metadata: PictureMetadata?
  ) throws(PictureError) {
    (self.width, self.height, self.format) = (width, height, format)
    let write: cairo_write_func_t = { sink, bytes, count in
      guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
      Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue()
        .bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    let closure = Unmanaged.passUnretained(sink).toOpaque()
    let made: OpaquePointer?
    switch format {
    case .svg:
      made = cairo_svg_surface_create_for_stream(write, closure, width, height)
      cairo_svg_surface_set_document_unit(made, CAIRO_SVG_UNIT_PT)
    case .pdf:
      made = cairo_pdf_surface_create_for_stream(write, closure, width, height)
    case .png:
      let (columns, rows) = (Self.pixels(width, resolution), Self.pixels(height, resolution))
      made = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows)
    }
    guard let made, let context = cairo_create(made) else { throw PictureError(description: "Cairo has no memory") }
    (surface, self.context) = (made, context)
    try check()
    if format == .png { cairo_scale(context, resolution / 72, resolution / 72) }
    if format == .pdf, let metadata { Self.describe(made, metadata) }
    select(font: font)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// How many whole pixels a length in points has.
  static func pixels(_ length: Double, _ resolution: Double) -> Int32 {
    Int32(exactly: (length * resolution / 72).rounded()) ?? .max
  }

  /// Ends the drawing.
  ///
  /// - Returns: the file as Cairo writes it.
  func finished() throws(PictureError) -> [UInt8] {
    if format == .png {
      let closure = Unmanaged.passUnretained(sink).toOpaque()
      let status = cairo_surface_write_to_png_stream(
        surface,
        { sink, bytes, count in
          guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
          Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue()
            .bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
          return CAIRO_STATUS_SUCCESS
        }, closure)
      guard status == CAIRO_STATUS_SUCCESS else { throw Self.error(status) }
    }
    try check()
    cairo_surface_finish(surface)
    try check()
    return sink.bytes
  }

  private func check() throws(PictureError) {
    for status in [cairo_surface_status(surface), cairo_status(context)] where status != CAIRO_STATUS_SUCCESS {
      throw Self.error(status)
    }
  }

  private static func error(_ status: cairo_status_t) -> PictureError {
    PictureError(description: "Cairo: \(String(cString: cairo_status_to_string(status)))")
  }

  private static func describe(_ surface: OpaquePointer, _ metadata: PictureMetadata) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, metadata.title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, metadata.description)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, metadata.creator)
    // Cairo's own choice is now.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, metadata.date ?? "")
  }

  // MARK: Shapes

  /// All of it, to the last pixel.
  func cover(with color: ThemeColor.RGB) {
    use(color, 1)
    cairo_paint(context)
  }

  func fill(_ box: Box, _ color: ThemeColor.RGB, opacity: Double = 1) {
    cairo_rectangle(context, box.x, box.y, box.width, box.height)
    use(color, opacity)
    cairo_fill(context)
  }

  func fill(_ corners: [Place], _ color: ThemeColor.RGB, opacity: Double = 1) {
    trace(corners, isClosed: true)
    use(color, opacity)
    cairo_fill(context)
  }

  func fillCircle(_ center: Place, radius: Double, _ color: ThemeColor.RGB, opacity: Double = 1) {
    cairo_new_sub_path(context)
    cairo_arc(context, center.x, center.y, radius, 0, 2 * .pi)
    use(color, opacity)
    cairo_fill(context)
  }

  func strokeCircle(_ center: Place, radius: Double, _ color: ThemeColor.RGB, width: Double) {
    cairo_new_sub_path(context)
    cairo_arc(context, center.x, center.y, radius, 0, 2 * .pi)
    stroke(color, width: width, style: .solid)
  }

  func stroke(
    _ places: [Place], isClosed: Bool = false, _ color: ThemeColor.RGB, width: Double, style: LineStyle = .solid,
    opacity: Double = 1
  ) {
    trace(places, isClosed: isClosed)
    stroke(color, width: width, style: style, opacity: opacity)
  }

  private func trace(_ places: [Place], isClosed: Bool) {
    for (index, place) in places.enumerated() {
      if index == 0 { cairo_move_to(context, place.x, place.y) } else { cairo_line_to(context, place.x, place.y) }
    }
    if isClosed { cairo_close_path(context) }
  }

  private func stroke(_ color: ThemeColor.RGB, width: Double, style: LineStyle, opacity: Double = 1) {
    let dashes: [Double] =
      switch style {
      case .solid: []
      case .dashed: [4 * width, 2 * width]
      case .dotted: [1 * width, 1.5 * width]
      }
    cairo_set_dash(context, dashes, Int32(dashes.count), 0)
    cairo_set_line_width(context, width)
    use(color, opacity)
    cairo_stroke(context)
  }

  /// Draws nothing beside a box.
  func clipped(to box: Box, _ draw: () -> Void) {
    cairo_save(context)
    cairo_rectangle(context, box.x, box.y, box.width, box.height)
    cairo_clip(context)
    draw()
    cairo_restore(context)
  }

  private func use(_ color: ThemeColor.RGB, _ opacity: Double) {
    func share(_ component: UInt8) -> Double { Double(component) / 255 }
    cairo_set_source_rgba(context, share(color.red), share(color.green), share(color.blue), opacity)
  }

  // MARK: Text

  private func select(font: String, isBold: Bool = false) {
    cairo_select_font_face(
      context, font, CAIRO_FONT_SLANT_NORMAL, isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    // The same widths on every surface and at every size.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  /// Changes the font of all that follows.
  func use(font: String, isBold: Bool) { select(font: font, isBold: isBold) }

  /// How far a text moves what comes after it.
  func width(of text: String, size: Double) -> Double {
    cairo_set_font_size(context, size)
    var extents = cairo_text_extents_t()
    cairo_text_extents(context, text.printable, &extents)
    return extents.x_advance
  }

  /// Writes on a baseline.
  ///
  /// - Parameter turned: by a quarter, so that it is read from below.
  func write(
    _ text: String, at place: Place, size: Double, _ color: ThemeColor.RGB, anchor: Anchor = .start,
    turned: Bool = false
  ) {
    guard !text.isEmpty else { return }
    let length = anchor == .start ? 0 : width(of: text, size: size)
    let shift: Double =
      switch anchor {
      case .start: 0
      case .middle: length / 2
      case .end: length
      }
    cairo_set_font_size(context, size)
    use(color, 1)
    cairo_save(context)
    cairo_move_to(context, place.x, place.y)
    if turned { cairo_rotate(context, -.pi / 2) }
    cairo_rel_move_to(context, -shift, 0)
    cairo_show_text(context, text.printable)
    cairo_restore(context)
  }
}

extension String {
  /// Without characters that mean something else than themselves: text comes from outside.
  fileprivate var printable: String { String(map { $0.isTerminalControl ? "·" : $0 }) }
}

/// Where Cairo's bytes go.
private final class ByteSink {
  var bytes: [UInt8] = []
}
