/// The value of one setting of a training run.
public enum HyperparameterValue: Sendable, Hashable {
  case number(Double)
  case text(String)
  case flag(Bool)
}
