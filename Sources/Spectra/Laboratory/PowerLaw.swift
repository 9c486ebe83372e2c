import Glibc

/// Populations whose variances fall as a power of their rank.
public enum PowerLaw {
  /// Decays that are simulated: beyond them most variances are nothing beside the first.
  public static let decays = 0.0...20

  /// So many decays from one to another, evenly spaced, both ends among them; `count` is at least 2.
  public static func grid(from first: Double, to last: Double, count: Int) -> [Double] {
    (0..<max(0, count)).map { first + (last - first) * Double($0) / Double(count - 1) }
  }

  /// i^(−decay) for i = 1 … count.
  static func values(decay: Double, count: Int) -> [Double] {
    (1...max(1, count)).prefix(count).map { pow(Double($0), -decay) }
  }
}
