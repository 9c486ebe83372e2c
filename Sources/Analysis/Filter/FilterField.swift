import SystemPackage

/// What of a dump is compared.
enum FilterField: Sendable, Hashable {
  case text(TextField)
  /// A number, or a hyperparameter of any kind.
  case quantity(Quantity)

  /// What has no number.
  enum TextField: String, Sendable, CaseIterable {
    case run, path, layer, checkpoint, dataType, precision, estimator, state
  }

  var name: String {
    switch self {
    case .text(let field): field.rawValue
    case .quantity(let quantity): quantity.name
    }
  }

  /// Whether a text of this field is as wanted; nil where the dump has none.
  func hasText(
    _ record: AnalysisRecord, _ context: DumpFilter.Context, where isWanted: (String) -> Bool
  ) -> Bool? {
    switch self {
    case .text(.run): isWanted(record.dump.run)
    case .text(.path): isWanted(record.dump.path.string)
    case .text(.layer): record.dump.layer.map(isWanted)
    case .text(.checkpoint): (record.dump.checkpoint?.description).map(isWanted)
    case .text(.dataType): (record.shape?.dataType).map(isWanted)
    case .text(.precision): record.precision.map(isWanted)
    case .text(.estimator): (record.summary?.fit?.estimator.rawValue).map(isWanted)
    case .text(.state):
      switch (context.stage, context.runState) {
      case (nil, nil): nil
      case (let stage, let run):
        stage.map { isWanted($0.rawValue) } == true || run.map { isWanted($0.rawValue) } == true
      }
    case .quantity(let quantity):
      // Numbers as they are written elsewhere.
      (quantity.value(of: record).map(HyperparameterValue.number) ?? record.dump.hyperparameters[quantity.name])
        .map { isWanted($0.description) }
    }
  }
}
