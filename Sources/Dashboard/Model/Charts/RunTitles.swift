import Analysis

/// What runs are called: by their names, behind their directories where several were opened.
struct RunTitles: Sendable, Equatable {
  let namesRoots: Bool

  subscript(run: RunID) -> String {
    namesRoots && !run.root.isEmpty && run.name != run.root.string ? "\(run.root)/\(run.name)" : run.name
  }
}
