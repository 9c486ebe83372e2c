import Analysis

/// The metrics and hyperparameters that a filter can ask for, found out once for every change of the records.
struct FilterFields: Sendable, Equatable {
  private var revision: Int?
  private(set) var names: Set<String> = []

  mutating func settle(in dumps: DumpCollection) {
    guard revision != dumps.recordRevision else { return }
    revision = dumps.recordRevision
    names = DumpFilter.fields(of: dumps.records)
  }
}
