package import Naming

/// Names a network as far as paths tell it from others: its dumps differ by checkpoint and split only.
package struct NetworkID: Sendable, Hashable {
  package var run: RunID
  package var layer: String?
  /// What tells networks of one run and layer apart.
  package var text: String
}

/// What networks have in common that differ by their seed only.
package struct SeedlessNetwork: Sendable, Hashable {
  var root: String
  var text: String
  var layer: String?
  var split: Split?
  var settings: [String: HyperparameterValue]
}

extension Dump {
  package var networkID: NetworkID { NetworkID(run: runID, layer: layer, text: model.text) }

  package var withoutSeed: SeedlessNetwork {
    SeedlessNetwork(
      root: "\(root)", text: model.textWithoutSeed, layer: layer, split: model.split,
      settings: hyperparameters.filter { !SettingName.isSeed($0.key) }.mapValues(\.comparable))
  }
}

extension HyperparameterValue {
  /// The value without seeds and dates in it, which are those of a run.
  fileprivate var comparable: HyperparameterValue {
    guard case .text(let text) = self, text.utf8.contains(where: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
      return self
    }
    return .text(SettingName.comparable(text))
  }
}

extension Split {
  /// Which of several splits of a network stands for it, the least first: held out, from the distribution of the training.
  private var rank: Int {
    switch self {
    case .test: 0
    case .validation: 1
    case .ood: 3
    case .train: 4
    }
  }

  /// Whether dumps of one split stand for a network rather than those of another. What no name says is between.
  package static func precedes(_ a: Split?, _ b: Split?) -> Bool { (a?.rank ?? 2) < (b?.rank ?? 2) }
}
