/// A set of kinds, as cheap as a number.
struct NameKinds: OptionSet {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }
  init(_ kind: NameKind) {
    let bit: UInt16 =
      switch kind {
      case .checkpoint: 0
      case .seed: 1
      case .layer: 2
      case .split: 3
      case .shard: 4
      case .rank: 5
      case .view: 6
      case .setting: 7
      case .metric: 8
      case .noise: 9
      case .word: 10
      }
    rawValue = 1 << bit
  }

  init(_ kinds: NameKind...) { self = kinds.reduce(into: []) { $0.formUnion(NameKinds($1)) } }

  static let all = NameKinds(rawValue: .max)

  func contains(kind: NameKind) -> Bool { !isDisjoint(with: NameKinds(kind)) }
}
