/// Pairs of normal numbers, of which y follows x by this share.
public func normalPairs(_ count: Int, strength: Double, seed: UInt64) -> (x: [Double], y: [Double]) {
  var generator = SeededGenerator(seed: seed)
  let x = (0..<count).map { _ in generator.normal() }
  let rest = (1 - strength * strength).squareRoot()
  return (x, x.map { strength * $0 + rest * generator.normal() })
}
