/// How well a linear probe answers for rows that it has not seen.
public struct ProbeResult: Sendable, Equatable {
  /// Which classifier is trained.
  public enum Method: String, Sendable, CaseIterable {
    /// One-vs-rest least squares, the penalty by generalised cross-validation.
    case ridge
    /// Multinomial logistic regression.
    case logistic
  }

  /// Of the classes that the test rows are of, one.
  public struct ClassAccuracy: Sendable, Equatable {
    /// The label of the class, as it was given.
    public let label: Int
    /// Test rows of this class, and those among them that were answered right.
    public let count, correct: Int
  }

  /// How the search for the logistic minimum ended.
  public struct Optimization: Sendable, Equatable {
    /// ½‖W‖² + C·Σ loss.
    public let objective: Double
    /// Steps of the search.
    public let iterationCount: Int
    /// Whether what is left to the minimum is below 10⁻⁸ of the objective.
    public let hasConverged: Bool
  }

  /// What fewer labels would have come to, on the same test rows.
  public struct CurvePoint: Sendable, Equatable {
    /// Rows that were trained on.
    public let trainingCount: Int
    /// As `ProbeResult.penalty`, chosen for these rows.
    public let penalty: Double
    /// As `ProbeResult.top1`.
    public let top1: Proportion
  }

  /// Which classifier was trained.
  public let method: Method
  /// How rows were told apart for training and testing.
  public let split: ProbeSplit
  /// κ of a ridge in units of Σz², C of a logistic regression.
  public let penalty: Double
  /// Rows without NaN and infinity that were trained on, and tested.
  public let trainingCount, testCount: Int
  /// Rows left out because a feature is not finite.
  public let nonFiniteRowCount: Int
  /// D, and how many of them are the same in all training rows and were dropped.
  public let featureCount, constantFeatureCount: Int
  /// Classes among all labels.
  public let classCount: Int
  /// Test rows whose own class has the highest score. Equal scores count against the row.
  public let top1: Proportion
  /// Test rows whose own class is one of the five of the highest scores; nil of five classes or fewer.
  public let top5: Proportion?
  /// In ascending order of the labels, of all classes.
  public let classes: [ClassAccuracy]
  /// Nil of a ridge, which needs no search.
  public let optimization: Optimization?
  /// Nil unless it was asked for. The last point is the probe itself.
  public internal(set) var curve: [CurvePoint]?
}
