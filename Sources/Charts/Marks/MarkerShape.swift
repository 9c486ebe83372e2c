/// The shape of a point. Raw values are those of themes.
public enum MarkerShape: String, Sendable, Hashable, CaseIterable {
  case circle
  case triangle
  case square
  case diamond
  case cross
  case plus
  case star
  case hollowCircle = "hollow_circle"
  case hollowTriangle = "hollow_triangle"
  case hollowSquare = "hollow_square"
  case hollowDiamond = "hollow_diamond"
}
