/// How a line is drawn. Raw values are those of themes.
public enum LineStyle: String, Sendable, Hashable, CaseIterable {
  case solid
  case dashed
  case dotted
}
