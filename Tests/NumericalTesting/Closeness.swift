extension Double {
  /// Whether two numbers agree to a relative tolerance, measured against `scale` where that is larger than both.
  public func isClose(to other: Double, relative tolerance: Double, scale: Double = 0) -> Bool {
    abs(self - other) <= tolerance * max(abs(self), abs(other), scale)
  }
}

extension Array where Element == Double {
  /// Whether two spectra agree to a tolerance relative to the larger first value, which is what a solver promises.
  public func isClose(to other: [Double], relative tolerance: Double) -> Bool {
    guard count == other.count else { return false }
    let scale = Swift.max(first.map(abs) ?? 0, other.first.map(abs) ?? 0)
    return zip(self, other).allSatisfy { abs($0 - $1) <= tolerance * scale }
  }
}
