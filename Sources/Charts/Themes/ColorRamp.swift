import Colors

/// Colours for values between two ends. A theme has one of each.
public enum ColorRamp: String, Sendable, Hashable, CaseIterable {
  /// From low to high.
  case sequential
  /// From low over neutral to high: for values with a middle that means something.
  case diverging
}

extension Theme {
  /// `count` colours from one end of a ramp to the other, evenly between the colours that the theme states, interpolated
  /// in Oklab. Empty where it states fewer than two exactly.
  public func colors(of ramp: ColorRamp, count: Int) -> [ThemeColor.RGB] {
    let stops = (ramp == .sequential ? sequential : diverging).compactMap(\.rgb).map(OklabColor.init)
    guard stops.count >= 2, count > 0 else { return [] }
    return (0..<count).map { step in
      let place = count == 1 ? 0 : Double(step) / Double(count - 1) * Double(stops.count - 1)
      let below = min(Int(place), stops.count - 2)
      return stops[below].mixed(with: stops[below + 1], share: place - Double(below)).rgb
    }
  }
}
