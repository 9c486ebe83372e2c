extension AnalysisRecord {
  /// A number of this record by the name that it has in JSON, a metric by the name in its log, else a hyperparameter by its own;
  /// nil where there is none.
  public func quantity(named name: String) -> Double? {
    QuantitySource(named: name).value(of: self)
  }
}

extension HyperparameterValue {
  /// Nil for what is no number.
  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}
