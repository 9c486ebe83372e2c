/// How somebody sees colours: as most do, or without the cones for middle, long or short wavelengths.
public enum ColorVision: String, Sendable, Hashable, CaseIterable {
  case normal, deutan, protan, tritan

  /// All but normal.
  public static let deficient: [ColorVision] = [.deutan, .protan, .tritan]

  /// What becomes of linear red, green and blue, row by row, where the cones are missing altogether.
  /// (G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based model for simulation of color vision
  /// deficiency", IEEE TVCG 15(6), 2009, severity 1.)
  private var simulation: [(red: Double, green: Double, blue: Double)] {
    switch self {
    case .normal: [(1, 0, 0), (0, 1, 0), (0, 0, 1)]
    case .deutan:
      [(0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)]
    case .protan:
      [(0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)]
    case .tritan:
      [(1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)]
    }
  }

  /// How a colour looks, in Oklab.
  func appearance(of color: RGBColor) -> OklabColor {
    let light = LinearColor(color)
    let seen = simulation.map { row in
      min(max(row.red * light.red + row.green * light.green + row.blue * light.blue, 0), 1)
    }
    return OklabColor(LinearColor(red: seen[0], green: seen[1], blue: seen[2]))
  }
}

extension RGBColor {
  /// How different two colours look: their distance in Oklab (ΔE), where black and white are 1 apart and about 0.02 is just
  /// noticed.
  public func distance(to other: RGBColor, for vision: ColorVision = .normal) -> Double {
    vision.appearance(of: self).squaredDistance(to: vision.appearance(of: other)).squareRoot()
  }

  /// Lightness in Oklab, from black 0 to white 1.
  public var lightness: Double { OklabColor(self).lightness }
}
