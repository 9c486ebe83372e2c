/// What the name of a setting says it is.
package enum SettingName {
  /// Whether it is a seed, also a nested one: `data.seed`, `random_seed`.
  package static func isSeed(_ name: String) -> Bool {
    let last = name.split { $0 == "." || $0 == "/" }.last.map(String.init) ?? name
    return seeds.contains(last.lowercased())
  }

  private static let seeds: Set = [
    "seed", "seed_everything", "random_seed", "random_state", "rng", "rng_seed", "manual_seed", "torch_seed",
    "data_seed", "np_seed", "numpy_seed",
  ]

  /// The text of a setting without its seeds and noise, as runs that repeat one another have it in common:
  /// `logs/barlow_seed1/2024-03-05` is `logs/barlow`.
  package static func comparable(_ text: String) -> String {
    guard text.utf8.count <= 4096 else { return text }
    return text.split(separator: "/", omittingEmptySubsequences: false)
      .map { NameReader(String($0), role: .directory).component().text(without: NameKinds(.seed, .noise)) }
      .filter { !$0.isEmpty }
      .joined(separator: "/")
  }
}
