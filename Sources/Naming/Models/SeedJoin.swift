/// Joins models that differ by their seed only.
package enum SeedJoin {
  /// A model as far as it matters for the joining.
  package struct Member: Sendable {
    /// All that has to be equal: root, model without its seed, layer, split, settings but the seed, in any form.
    package var key: AnyHashableSendable
    /// What tells repetitions apart that have the same seed: dates and attempts in the path.
    package var noise: String
    package var seed: Int?

    package init(key: some Hashable & Sendable, noise: String, seed: Int?) {
      self.key = AnyHashableSendable(key)
      self.noise = noise
      self.seed = seed
    }
  }

  /// The members by groups, in the order of their firsts.
  ///
  /// A model without a seed is alone. Noise does not matter, unless two members of a group have the same seed: then it
  /// is noise that tells models apart, not seeds.
  package static func groups(_ members: [Member]) -> [[Int]] {
    var groups: [[Int]] = []
    var places: [AnyHashableSendable: Int] = [:]
    for (index, member) in members.enumerated() {
      if member.seed != nil, let place = places[member.key] {
        groups[place].append(index)
      } else {
        if member.seed != nil { places[member.key] = groups.count }
        groups.append([index])
      }
    }
    return groups.flatMap { split($0, members) }.sorted { $0[0] < $1[0] }
  }

  private static func split(_ group: [Int], _ members: [Member]) -> [[Int]] {
    let seeds = Set(group.map { members[$0].seed })
    guard seeds.count < group.count else { return [group] }
    return Dictionary(grouping: group) { members[$0].noise }.values.map { $0 }
  }
}

/// A key of any type that can cross threads.
package struct AnyHashableSendable: Hashable, Sendable {
  private let value: any Hashable & Sendable

  package init(_ value: some Hashable & Sendable) { self.value = value }

  package static func == (a: AnyHashableSendable, b: AnyHashableSendable) -> Bool {
    AnyHashable(a.value) == AnyHashable(b.value)
  }

  package func hash(into hasher: inout Hasher) { AnyHashable(value).hash(into: &hasher) }
}
