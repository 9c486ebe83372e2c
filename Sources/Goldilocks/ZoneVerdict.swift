/// What some models say about a key, α in the first place, and their accuracy: whether there is a best value of it at all.
public struct ZoneVerdict: Sendable, Equatable {
  public enum Shape: Sendable, Equatable {
    /// The parabola has its maximum inside the data, and so has the whole interval of it: accuracy rises on one side and falls on the
    /// other (the test of Lind & Mehlum 2010).
    case optimum(at: Double, interval: ClosedRange<Double>)
    /// The same upside down: the worst is inside, and what is best lies at an end.
    case pit(at: Double, interval: ClosedRange<Double>)
    /// Accuracy rises or falls with the key, and the data do not show where that ends.
    case slope(isRising: Bool)
    /// Neither a turn nor a sign.
    case nothing

    fileprivate enum Kind { case optimum, pit, rising, falling, nothing }

    fileprivate var kind: Kind {
      switch self {
      case .optimum: .optimum
      case .pit: .pit
      case .slope(let isRising): isRising ? .rising : .falling
      case .nothing: .nothing
      }
    }
  }

  /// Spearman's ρ: how strong the relation is and of which sign.
  public let relation: Correlation
  public let shape: Shape
  /// The parabola of least squares; nil for three points, or two keys.
  public let fit: QuadraticFit?
  /// n.
  public var count: Int { relation.count }
  /// Where the keys of the models lie.
  public let keyRange: ClosedRange<Double>
  /// The least or the greatest key where the shape would be another without that one model: a single model far from the others decides
  /// more than all of them.
  public let decisiveKey: Double?

  /// With fewer models than this a verdict says little about others.
  public static let fewModels = 20

  /// Nil where there is no correlation: for fewer than three models, or where all keys or all scores are the same.
  ///
  /// - Parameters:
  ///   - keys: α of each model.
  ///   - scores: its accuracy; larger is better.
  public init?(keys: [Double], scores: [Double]) {
    guard let relation = Correlation(.spearman, of: keys, with: scores),
      let least = keys.indices.min(by: { keys[$0] < keys[$1] }),
      let greatest = keys.indices.max(by: { keys[$0] < keys[$1] })
    else { return nil }
    let fit = QuadraticFit(x: keys, y: scores)
    let shape = Self.shape(relation, fit, keys[least]...keys[greatest])
    (self.relation, self.fit, self.shape, keyRange) = (relation, fit, shape, keys[least]...keys[greatest])
    let decisive = [least, greatest].first { end in
      let others = keys.indices.filter { $0 != end }.map { (key: keys[$0], score: scores[$0]) }
      return Self.shape(of: others.map(\.key), others.map(\.score)).kind != shape.kind
    }
    decisiveKey = decisive.map { keys[$0] }
  }

  private static func shape(of keys: [Double], _ scores: [Double]) -> Shape {
    guard let relation = Correlation(.spearman, of: keys, with: scores), let least = keys.min(),
      let greatest = keys.max()
    else { return .nothing }
    return shape(relation, QuadraticFit(x: keys, y: scores), least...greatest)
  }

  private static func shape(_ relation: Correlation, _ fit: QuadraticFit?, _ range: ClosedRange<Double>) -> Shape {
    if let fit, let turn = fit.turningPoint, let interval = fit.turningInterval,
      range.lowerBound < interval.lowerBound, interval.upperBound < range.upperBound
    {
      return fit.opensDownwards ? .optimum(at: turn, interval: interval) : .pit(at: turn, interval: interval)
    }
    return relation.hasClearSign ? .slope(isRising: relation.value > 0) : .nothing
  }
}
