extension Quantity {
  /// What a record has of it in words: the layer, or a hyperparameter that is no number; nil for all else.
  public func text(of record: AnalysisRecord) -> String? {
    if name == Self.layerName { return record.dump.layer }
    guard let value = record.dump.hyperparameters[name], value.number == nil else { return nil }
    return value.description
  }

  /// All of which these records have different words: what tells kinds of models apart, such as an architecture.
  public static func kinds(in records: some Sequence<AnalysisRecord>) -> [Quantity] {
    var texts: [String: Set<String>] = [:]
    for record in records {
      if let layer = record.dump.layer { texts[layerName, default: []].insert(layer) }
      for (name, value) in record.dump.hyperparameters where value.number == nil {
        texts[name, default: []].insert(value.description)
      }
    }
    return texts.filter { $0.value.count > 1 }.keys.sorted().map(Quantity.init)
  }

  private static let layerName = "layer"
}
