import Analysis

extension Model {
  /// Asks for the linear probes of some dumps; those that have one already are done again.
  mutating func probe(_ ids: [Dump.ID]) -> [Effect] {
    let wanted = ids.filter { dumps[$0]?.state == .done && dumps.ownAccuracies(of: $0).probe?.isUnderWay != true }
    guard let first = wanted.first else {
      notice = ids.isEmpty ? "there is nothing to probe" : "what is being computed or probed is not probed"
      return []
    }
    let name = first.lastComponent?.string ?? ""
    notice = wanted.count == 1 ? "\(name) is probed" : "\(wanted.count) dumps are probed"
    return [.probe(wanted)]
  }
}
