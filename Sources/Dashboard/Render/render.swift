public import TerminalCells

/// Draws a model over a whole buffer. Total and without side effects.
public func render(_ model: Model, _ appearance: Appearance, into buffer: inout CellBuffer) {
  buffer.fill(buffer.bounds, with: Cell(" ", style: appearance.theme.style(.foreground)))
  guard buffer.width >= ScreenLayout.fewestColumns, buffer.height >= ScreenLayout.fewestRows else {
    drawSizeNeeded(appearance, into: &buffer)
    return
  }
  let layout = ScreenLayout(
    columns: buffer.width, rows: buffer.height, screen: model.screen, isFullScreen: model.charts.isFullScreen,
    showsDetails: model.look.showsDetails, sizes: model.look.paneSizes)
  HeaderView(model: model, appearance: appearance).draw(into: &buffer, header: layout.header, tabs: layout.tabs)
  switch model.screen {
  case .models: ModelsScreen(model: model, appearance: appearance).draw(into: &buffer, layout)
  case .spectrum, .scatter, .landscape, .timeline, .layers, .selection, .laboratory:
    ChartsScreen(model: model, appearance: appearance).draw(into: &buffer, layout)
  }
  for overlay in model.input.overlays {
    if let kind = overlay.picker {
      PickerView(
        picker: Picker(model, kind, filter: overlay.filter), filter: overlay.filter, selection: overlay.selection,
        appearance: appearance
      ).draw(into: &buffer, layout)
      continue
    }
    OverlayView(
      text: OverlayText(model, overlay, width: layout.overlayText.width), scroll: overlay.scroll, appearance: appearance
    )
    .draw(into: &buffer, layout)
  }
  FooterView(model: model, appearance: appearance).draw(into: &buffer, in: layout.footer)
}

/// A terminal too small for anything says what it needs.
private func drawSizeNeeded(_ appearance: Appearance, into buffer: inout CellBuffer) {
  let text =
    "eigentop needs \(ScreenLayout.fewestColumns)×\(ScreenLayout.fewestRows) cells; these are \(buffer.width)×\(buffer.height)"
  for (row, line) in WrappedText.words(text, width: buffer.width).enumerated() {
    buffer.write(line, x: 0, y: row, style: appearance.theme.style(.warning))
  }
}
