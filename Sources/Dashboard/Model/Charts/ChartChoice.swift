import Figures

/// What the user wants to see on a chart instead of what it shows by itself.
struct ChartChoice: Sendable, Equatable {
  /// Names of quantities; nil for what the chart chooses.
  var x: String?
  var y: String?
  var color: Color?

  /// What groups of points are told apart by, or that there are none.
  enum Color: Sendable, Equatable {
    case none
    case quantity(String)
  }
}
