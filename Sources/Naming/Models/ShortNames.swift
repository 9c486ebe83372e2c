/// Names of models made of what tells them apart.
package enum ShortNames {
  /// A name for each of these models: its labels but those that all have; all labels where nothing or not enough is left.
  ///
  /// - Parameter labels: the words, settings and seed of each model, in order.
  package static func of(_ labels: [[String]]) -> [String] {
    var counts: [String: Int] = [:]
    for model in labels {
      for label in Set(model) { counts[label, default: 0] += 1 }
    }
    let short = labels.map { $0.filter { counts[$0] != labels.count }.joined(separator: " ") }
    var uses: [String: Set<[String]>] = [:]
    for (name, model) in zip(short, labels) { uses[name, default: []].insert(model) }
    return zip(short, labels).map { name, model in
      name.isEmpty || (uses[name]?.count ?? 0) > 1 ? model.joined(separator: " ") : name
    }
  }
}
