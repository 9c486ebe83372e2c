/// What the names on the way to an array say about it.
package struct NameMeaning: Sendable, Hashable {
  /// The root, the directories below it, the file, and the array in it where it has several; outermost first.
  package let components: [NameComponent]
  package private(set) var moment: Moment?
  package private(set) var seed: Int?
  package private(set) var layer: String?
  package private(set) var split: Split?
  package private(set) var settings: [String: NameValue] = [:]
  package private(set) var metrics: [String: Double] = [:]

  init(_ components: [NameComponent]) {
    self.components = components
    var earlierIsOnlyPlace = false
    for component in components {
      merge(component, earlierIsOnlyPlace: &earlierIsOnlyPlace)
    }
  }

  /// The nearest to the array has the last word.
  private mutating func merge(_ component: NameComponent, earlierIsOnlyPlace: inout Bool) {
    if let new = component.moment {
      // A name that says other things too (`sgd_step_30`) may have meant something else: it gives way as a whole.
      let earlier = earlierIsOnlyPlace ? moment : nil
      moment = Moment(
        epoch: new.epoch ?? earlier?.epoch, step: new.step ?? earlier?.step, name: new.name ?? earlier?.name)
      earlierIsOnlyPlace = component.isOnlyPlace
    }
    layer = component.layer ?? layer
    seed = component.seed ?? seed
    split = component.split ?? split
    for part in component.parts {
      guard let key = part.key, let value = part.value else { continue }
      if part.kind == .setting { settings[key] = value }
      if part.kind == .metric, let number = value.number { metrics[key] = number }
    }
  }

  /// The same where settings of these names are metrics: the log of the run has them.
  package func recognizing(metrics names: Set<String>) -> NameMeaning {
    guard settings.contains(where: { names.contains($0.key) && $0.value.number != nil }) else { return self }
    return NameMeaning(
      components.map { component in
        var component = component
        for index in component.parts.indices {
          let part = component.parts[index]
          guard part.kind == .setting, part.value?.number != nil, let key = part.key, names.contains(key) else {
            continue
          }
          component.parts[index].kind = .metric
          component.parts[index].rule = .metricLogged
        }
        return component
      })
  }
}
