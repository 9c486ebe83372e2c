import Analysis
import Charts

/// Where the crosshair stands, as long as it is there.
struct CrosshairState: Sendable, Equatable {
  var pane: PaneID
  var place: Crosshair
  /// The point that the one under the crosshair is compared with.
  var reference: Crosshair?
}
