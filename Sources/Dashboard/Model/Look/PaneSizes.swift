/// Where the user has put the lines between panes; nil for where they are by themselves.
struct PaneSizes: Sendable, Equatable, Codable {
  /// Models: the share of the columns that the table has.
  var tableShare: Double?
  /// Models: rows of the details above the spectrum.
  var detailsHeight: Int?
  /// Charts: columns of the details beside them.
  var detailsWidth: Int?

  /// A line that can be moved.
  enum Divider: Sendable, Equatable {
    /// Between the table and what stands beside it.
    case table
    /// Between the details and the spectrum under them.
    case spectrum
    /// Between charts and the details beside them.
    case details
  }
}
