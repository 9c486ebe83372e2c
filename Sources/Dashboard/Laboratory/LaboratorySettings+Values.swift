import Spectra

/// Parameters as text, which is how they are shown, typed and remembered; and the steps that they take under the keys.
extension LaboratorySettings {
  /// What a parameter may be, and where it is kept.
  private enum Value {
    /// By 1, 2, 5.
    case size(WritableKeyPath<LaboratorySettings, Int>, ClosedRange<Int>)
    /// By ones.
    case count(WritableKeyPath<LaboratorySettings, Int>, ClosedRange<Int>)
    /// By quarters.
    case decay(WritableKeyPath<LaboratorySettings, Double>, ClosedRange<Double>)
    case noise, seed, training, ranks
  }

  private static let greatestSize = 1_000_000_000
  private static let greatestTrialCount = 1_000
  private static let greatestNoise = 1_000.0
  private static let decayStep = 0.25
  /// Ranges in use: reptrix's, and fastssl's (`np.arange(3, 100)`, `(5, 50)`, `(11, 50)`, `(5, 20)`).
  private static let usualRanks = [(11, 100), (4, 100), (6, 50), (12, 50), (6, 20)]
    .compactMap { FitRange(first: $0, last: $1) }

  private static func value(_ parameter: LaboratoryParameter) -> Value {
    switch parameter {
    case .dimension: .size(\.dimension, 2...greatestSize)
    case .trials: .size(\.trials, 1...greatestTrialCount)
    case .seed: .seed
    case .samples: .size(\.samples, 1...greatestSize)
    case .targetDecay: .decay(\.targetDecay, -PowerLaw.decays.upperBound...PowerLaw.decays.upperBound)
    case .noise: .noise
    case .training: .training
    case .steps: .size(\.steps, 1...greatestSize)
    case .batch: .size(\.batch, 1...greatestSize)
    case .leastAlpha: .decay(\.leastAlpha, PowerLaw.decays)
    case .greatestAlpha: .decay(\.greatestAlpha, PowerLaw.decays)
    case .alphaCount: .count(\.alphaCount, 2...100)
    case .rows: .size(\.rows, 2...greatestSize)
    case .ranks: .ranks
    }
  }

  func text(of parameter: LaboratoryParameter) -> String {
    switch Self.value(parameter) {
    case .size(let path, _), .count(let path, _): "\(self[keyPath: path])"
    case .decay(let path, _): NumberText.significant(self[keyPath: path])
    case .noise: NumberText.significant(noise)
    case .seed: "\(seed)"
    case .training: training.rawValue
    case .ranks: FitRange.text(ranks)
    }
  }

  /// With another value of a parameter.
  ///
  /// - Throws: what the text would have to be.
  func setting(_ parameter: LaboratoryParameter, to text: String) throws(Refusal) -> LaboratorySettings {
    let text = text.filter { $0 != " " || parameter == .training }
    var settings = self
    func value<Number: Comparable>(_ number: Number?, in range: ClosedRange<Number>) throws(Refusal) -> Number {
      guard let number, range.contains(number) else {
        throw Refusal(reason: "\(parameter.shortTitle) is a number from \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
    switch Self.value(parameter) {
    case .size(let path, let range), .count(let path, let range):
      settings[keyPath: path] = try value(Int(text), in: range)
    case .decay(let path, let range): settings[keyPath: path] = try value(Double(text), in: range)
    case .noise: settings.noise = try value(Double(text), in: 0...Self.greatestNoise)
    case .seed: settings.seed = try value(UInt64(text), in: 0...UInt64.max)
    case .training:
      guard let training = Training(rawValue: text) else {
        let names = Training.allCases.map(\.rawValue).joined(separator: ", ")
        throw Refusal(reason: "the training is one of \(names)")
      }
      settings.training = training
    case .ranks:
      guard let ranks = FitRange(text) else { throw Refusal(reason: "write first...last, as in 11...100") }
      settings.ranks = ranks
    }
    _ = try settings.experiment
    return settings
  }

  /// What is not as it is by itself, by the names of parameters; nil where all is.
  var changes: [String: String]? {
    let standard = LaboratorySettings()
    let changed = LaboratoryParameter.allCases.filter { text(of: $0) != standard.text(of: $0) }
    return changed.isEmpty ? nil : Dictionary(uniqueKeysWithValues: changed.map { ($0.rawValue, text(of: $0)) })
  }

  /// As it was remembered, but for what means nothing any more.
  init(changes: [String: String]) {
    self.init()
    // What one parameter allows may depend on another that comes after it.
    for _ in 0..<2 {
      for parameter in LaboratoryParameter.allCases {
        if let text = changes[parameter.rawValue], let changed = try? setting(parameter, to: text) { self = changed }
      }
    }
  }

  /// With the next value of a parameter, up or down; the same at its end.
  ///
  /// - Throws: why there is nothing to simulate with that.
  func stepping(_ parameter: LaboratoryParameter, up: Bool) throws(Refusal) -> LaboratorySettings {
    var settings = self
    switch Self.value(parameter) {
    case .size(let path, let range):
      let next = PreferredNumbers.next(to: Double(self[keyPath: path]), up: up)
      settings[keyPath: path] = next.map { Int($0).clamped(to: range) } ?? self[keyPath: path]
    case .count(let path, let range):
      settings[keyPath: path] = (self[keyPath: path] + (up ? 1 : -1)).clamped(to: range)
    case .decay(let path, let range):
      settings[keyPath: path] = (self[keyPath: path] + (up ? Self.decayStep : -Self.decayStep)).clamped(to: range)
    case .noise: settings.noise = min(PreferredNumbers.next(to: noise, up: up) ?? 0, Self.greatestNoise)
    case .seed: settings.seed = up ? seed &+ 1 : seed &- 1
    case .training: settings.training = Training.allCases.neighbour(of: training, up: up)
    case .ranks: settings.ranks = Self.usualRanks.neighbour(of: ranks, up: up)
    }
    _ = try settings.experiment
    return settings
  }
}

extension Array where Element: Equatable {
  /// The element after or before this one, round and round; the first for what is not among them.
  fileprivate func neighbour(of element: Element, up: Bool) -> Element {
    guard let index = firstIndex(of: element) else { return first ?? element }
    return self[(index + (up ? 1 : count - 1)) % count]
  }
}
