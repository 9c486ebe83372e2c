/// The names that fields can have in a filter.
struct FilterNames {
  /// Of metrics and hyperparameters; nil where anything may be one.
  private let known: Set<String>?

  init(known: Set<String>?) { self.known = known }

  /// The field that is meant, or what is wrong with its name.
  func field(_ name: String) -> Result<FilterField, FilterNameError> {
    let folded = name.lowercased()
    if folded == "acc" { return .success(.quantity(Quantity(named: "accuracy"))) }
    let names = Self.builtIn + (known ?? []).sorted()
    if let match = names.first(where: { $0 == name }) ?? names.first(where: { $0.lowercased() == folded }) {
      return .success(Self.field(exactly: match))
    }
    guard known != nil else { return .success(Self.field(exactly: name)) }
    let candidates = names.filter { $0.lowercased().hasPrefix(folded) }
    if candidates.count > 1 {
      return .failure(FilterNameError(reason: "\(name) may be \(candidates.joined(separator: ", "))"))
    }
    if let match = candidates.first { return .success(Self.field(exactly: match)) }
    let nearest = name.nearest(in: names) ?? ""
    return .failure(FilterNameError(reason: "there is no field \(name); the nearest is \(nearest)"))
  }

  private static let builtIn = Quantity.builtInNames + FilterField.TextField.allCases.map(\.rawValue)

  private static func field(exactly name: String) -> FilterField {
    FilterField.TextField(rawValue: name).map(FilterField.text) ?? .quantity(Quantity(named: name))
  }
}

/// What is wrong with the name of a field.
struct FilterNameError: Error {
  let reason: String
}
