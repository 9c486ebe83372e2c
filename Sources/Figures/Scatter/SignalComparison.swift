public import Analysis
public import Goldilocks

/// Which of two quantities ranks models by their accuracy, as with α and the loss in the paper: rank correlations of the same models, and
/// a test of the difference.
public struct SignalComparison: Sendable, Equatable {
  public let first: Quantity
  public let second: Quantity
  public let outcome: Quantity
  public let test: DependentCorrelations

  /// Nil where there is no test.
  public init?(_ models: [SweepModel], first: Quantity, second: Quantity, outcome: Quantity) {
    let values = models.compactMap { model -> (Double, Double, Double)? in
      guard let a = model.value(of: first), let b = model.value(of: second), let score = model.value(of: outcome),
        a.isFinite, b.isFinite, score.isFinite
      else { return nil }
      return (a, b, score)
    }
    guard
      let test = DependentCorrelations(
        .spearman, of: values.map(\.0), and: values.map(\.1), with: values.map(\.2))
    else { return nil }
    (self.first, self.second, self.outcome, self.test) = (first, second, outcome, test)
  }

  /// `train_loss does not rank these 35 models by probe_acc, α does; α goes with it more closely, p 0.012 (Steiger)`.
  public var finding: Finding {
    let (a, b) = (test.first.hasClearSign, test.second.hasClearSign)
    let models = "these \(test.first.count) models by \(outcome.title)"
    var phrases: [String]
    switch (a, b) {
    case (true, true): phrases = ["\(first.title) and \(second.title) both rank \(models);"]
    case (true, false): phrases = ["\(second.title) does not rank \(models),", "\(first.title) does;"]
    case (false, true): phrases = ["\(first.title) does not rank \(models),", "\(second.title) does;"]
    case (false, false): phrases = ["neither \(first.title) nor \(second.title) ranks \(models);"]
    }
    let closer = test.z > 0 ? first.title : second.title
    phrases.append(
      test.isDifferent ? "\(closer) goes with it more closely," : "the difference may be chance,")
    phrases.append("p \(ScatterFigure.probability(test.pValue)) (Steiger)")
    return Finding(phrases)
  }

  /// `Spearman ρ with probe_acc: train_loss −0.12, α +0.61`.
  public var correlations: Finding {
    Finding(
      "Spearman ρ with \(outcome.title):", "\(first.title) \(ScatterFigure.text(test.first.value)),",
      "\(second.title) \(ScatterFigure.text(test.second.value))")
  }
}
