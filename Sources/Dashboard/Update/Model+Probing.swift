import Analysis
import Spectra

extension Model {
  /// The metric that holds what probes measure now.
  var measuredName: String { AccuracyMetric.measuredName(options.probeMethod) }

  /// Asks for the linear probe of the selected dump, or shows what it came to.
  mutating func probeSelected() -> [Effect] {
    guard let id = selected?.id else { return [] }
    let own = dumps.ownAccuracies(of: id)
    if input.overlays.last?.kind == .probe || own.probe?.isUnderWay != true && own.results[options.probeMethod] != nil {
      toggle(.probe)
      return []
    }
    return probe([id])
  }

  /// Asks for the linear probes of some dumps. That of a single one comes with its learning curve.
  mutating func probe(_ ids: [Dump.ID]) -> [Effect] {
    let wanted = ids.filter { dumps[$0]?.state == .done && dumps.ownAccuracies(of: $0).probe?.isUnderWay != true }
    guard let first = wanted.first else {
      input.say(ids.isEmpty ? "there is nothing to probe" : "what is being computed or probed is not probed")
      return []
    }
    let name = first.file.lastComponent?.string ?? ""
    input.say(
      wanted.count == 1 ? "\(name) is probed; P shows what comes of it" : "\(wanted.count) dumps are probed")
    var options = LinearProbe.Options()
    options.method = self.options.probeMethod
    options.includesCurve = ids.count == 1
    return [.probe(wanted, options)]
  }
}
