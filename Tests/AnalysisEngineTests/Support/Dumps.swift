import FileFixtures

/// The bytes of a dump of these rows in double precision.
func float64(_ rows: [[Double]]) -> [UInt8] {
  npy("<f8", [rows.count, rows.first?.count ?? 0], littleEndian(rows.joined()))
}

/// The bytes of a dump of N × D int8 features, which vary in all directions and differ from seed to seed.
func dump(rows: Int = 40, columns: Int = 20, seed: Int = 0) -> [UInt8] {
  var state = UInt32(truncatingIfNeeded: seed &* 2_654_435_761 &+ 12345)
  return npy(
    "|i1", [rows, columns],
    (0..<rows * columns).map { _ in
      // A linear congruential generator (Numerical Recipes), of which the upper bits are good.
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    })
}
