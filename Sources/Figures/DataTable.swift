/// A table as a value: what a screen lists, for files.
public struct DataTable: Sendable, Equatable {
  public struct Column: Sendable, Equatable {
    /// For programs: that of the quantity.
    public var name: String
    /// For people.
    public var title: String
    public var isNumeric: Bool

    public init(name: String, title: String, isNumeric: Bool) {
      self.name = name
      self.title = title
      self.isNumeric = isNumeric
    }
  }

  public struct Cell: Sendable, Equatable {
    public enum Value: Sendable, Equatable {
      case number(Double)
      case text(String)
      /// There is nothing to be said.
      case missing
    }

    /// All digits, for programs.
    public var value: Value
    /// With as many digits as mean something, and its error, for people; empty where nothing is shown.
    public var shown: String

    public init(_ value: Value, shown: String) {
      self.value = value
      self.shown = shown
    }
  }

  public var columns: [Column]
  /// A cell for each column.
  public var rows: [[Cell]]

  public init(columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }
}
