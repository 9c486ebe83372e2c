public import TerminalCells

/// Draws a model over a whole buffer. Total and without side effects.
public func render(_ model: Model, _ appearance: Appearance, into buffer: inout CellBuffer) {
  let layout = ScreenLayout(columns: buffer.width, rows: buffer.height, screen: model.screen)
  buffer.fill(buffer.bounds, with: Cell(" ", style: appearance.theme.style(.foreground)))
  HeaderView(model: model, appearance: appearance).draw(into: &buffer, header: layout.header, tabs: layout.tabs)
  switch model.screen {
  case .models: ModelsScreen(model: model, appearance: appearance).draw(into: &buffer, layout)
  case .spectrum: SpectrumScreen(model: model, appearance: appearance).draw(into: &buffer, layout)
  }
  for overlay in model.overlays {
    OverlayView(
      text: OverlayText(model, overlay, width: layout.overlayText.width), scroll: overlay.scroll, appearance: appearance
    )
    .draw(into: &buffer, layout)
  }
  FooterView(model: model, appearance: appearance).draw(into: &buffer, in: layout.footer)
}
