/// The random numbers of numpy's `RandomState(seed)`, so that a shuffle is the same here and there: MT19937 (Matsumoto & Nishimura
/// 1998), seeded by one number.
public struct MersenneTwister: Sendable {
  private static let length = 624
  /// How far ahead the word lies that one is mixed with.
  private static let shift = 397

  private var state: [UInt32]
  private var position = Self.length

  public init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(Self.length)
    var word = seed
    for index in 1..<UInt32(Self.length) {
      word = 1_812_433_253 &* (word ^ (word >> 30)) &+ index
      state.append(word)
    }
  }

  /// numpy's `RandomState.permutation`: 0..<count, shuffled from the end.
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<max(0, count))
    for place in stride(from: count - 1, to: 0, by: -1) { order.swapAt(place, number(upTo: place)) }
    return order
  }

  /// numpy's `RandomState.randint(0, count, count)`: places drawn with replacement.
  public mutating func draws(of count: Int) -> [Int] { (0..<max(0, count)).map { _ in number(upTo: count - 1) } }

  /// One of 0…greatest: as many bits as that has, drawn again where they exceed it.
  private mutating func number(upTo greatest: Int) -> Int {
    let bound = UInt32(truncatingIfNeeded: greatest)
    guard bound > 0 else { return 0 }
    let mask = UInt32.max >> UInt32(bound.leadingZeroBitCount)
    while true {
      let value = next() & mask
      if value <= bound { return Int(value) }
    }
  }

  private mutating func next() -> UInt32 {
    if position == Self.length { twist() }
    var word = state[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    return word ^ (word >> 18)
  }

  private mutating func twist() {
    state.withUnsafeMutableBufferPointer { state in
      for index in 0..<Self.length {
        let word = (state[index] & 0x8000_0000) | (state[(index + 1) % Self.length] & 0x7fff_ffff)
        let mixed = (word >> 1) ^ (word & 1 == 0 ? 0 : 0x9908_b0df)
        state[index] = state[(index + Self.shift) % Self.length] ^ mixed
      }
    }
    position = 0
  }
}
