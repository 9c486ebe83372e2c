/// The generator behind seeded splits: the same numbers on every machine and with every version of Swift.
///
/// Source: Steele, Lea, Flood, *Fast splittable pseudorandom number generators*, 2014.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// The numbers 0 ..< count in random order (Fisher and Yates; each draw is the upper half of a 128-bit product, whose
  /// bias of count/2⁶⁴ nobody can notice).
  mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      let drawn = next().multipliedFullWidth(by: UInt64(last + 1)).high
      order.swapAt(last, Int(drawn))
    }
    return order
  }
}
