/// Accuracy of a linear classifier on frozen features: trained on some labelled rows, tested on others.
///
/// Features are standardised on the training rows. Rows are read in blocks, several times: memory does not depend on
/// their number N but for a few integers per row, and for what `Options.memoryLimit` leaves to keep rows in.
public enum LinearProbe {
  /// What is trained, and on how many of the rows.
  public struct Options: Sendable, Equatable {
    /// Which classifier.
    public var method = ProbeResult.Method.ridge
    /// κ of a ridge, nil for the choice of generalised cross-validation; C of a logistic regression, nil for 0.1.
    public var penalty: Double?
    /// Share of the rows that is trained on, between 0 and 1, where no test rows are given.
    public var trainingFraction = 0.8
    /// Of the split, and of the order in which a learning curve takes labels.
    public var seed: UInt64 = 0
    /// Whether to train on fewer labels, too (`ProbeSplit.curveFractions`), each set within the next.
    public var includesCurve = false
    /// Bytes that the probe may take.
    public var memoryLimit = Int.max

    /// A ridge on 80 % of the rows.
    public init() {}
  }

  /// Rows with a label for each.
  public struct Labelled {
    /// N rows of D features.
    public let features: any FeatureRows
    /// N labels, any integers.
    public let labels: [Int]

    /// A label for each row; `LinearProbe.run` throws where their numbers differ.
    public init(_ features: any FeatureRows, labels: [Int]) {
      self.features = features
      self.labels = labels
    }
  }

  /// What a probe takes beside labels and the rows that a logistic one keeps: the least `Options.memoryLimit` that lets it begin.
  public static func byteCount(method: ProbeResult.Method, featureCount: Int, classCount: Int) -> Int {
    ProbeTrainer.byteCount(method: method, featureCount: featureCount, classCount: classCount)
  }

  /// Trains and tests on the calling thread.
  ///
  /// - Parameters:
  ///   - rows: trained on, all of them where `test` is given, else a seeded, stratified share (`ProbeSplit`); tested on
  ///     the rest.
  ///   - test: rows of the same features, tested on in place of a share of `rows`.
  ///   - options: which classifier, and what it may take.
  ///   - progress: called after every batch of rows or step of the search.
  /// - Throws: `ProbeError`; `LinearAlgebraError`, for one `tooMuchMemory` before any is taken; `CancellationError`
  ///   within one block of the task's cancellation; what the rows throw.
  public static func run(
    _ rows: Labelled, test: Labelled? = nil, options: Options = Options(), progress: (ProbeProgress) -> Void = { _ in }
  ) throws -> ProbeResult {
    for part in [rows, test].compactMap(\.self) where part.labels.count != part.features.rowCount {
      throw ProbeError.unequalCounts(labels: part.labels.count, rows: part.features.rowCount)
    }
    if let test, test.features.featureCount != rows.features.featureCount {
      throw ProbeError.unequalFeatures(training: rows.features.featureCount, test: test.features.featureCount)
    }
    let known = try ClassLabels(rows.labels)
    let trainer = try ProbeTrainer(
      method: options.method, penalty: options.penalty, featureCount: rows.features.featureCount,
      classCount: known.labels.count, memoryLimit: options.memoryLimit)
    let order = ProbeSplit.stratifiedOrder(classes: known.classes, classCount: known.labels.count, seed: options.seed)
    let share = test == nil ? options.trainingFraction : 1
    let trainingCount = min(order.count, Int((share * Double(order.count)).rounded()))
    let testClasses = try test.map { try known.classes(of: $0.labels) }
    let testRows = ProbeData(
      test?.features ?? rows.features, rows: testClasses?.indices.map(\.self) ?? Array(order[trainingCount...]),
      classesOfAll: testClasses ?? known.classes, classCount: known.labels.count)
    guard trainingCount >= known.labels.count else {
      throw ProbeError.tooFewTrainingRows(trainingCount, classes: known.labels.count)
    }
    guard testRows.rowCount > 0 else { throw ProbeError.noTestRows }
    let split =
      test == nil
      ? ProbeSplit.stratified(trainingFraction: options.trainingFraction, seed: options.seed) : .given

    func result(of count: Int) throws -> ProbeResult {
      let training = ProbeData(
        rows.features, rows: order.prefix(count), classesOfAll: known.classes, classCount: known.labels.count)
      let trained = try trainer.train(on: training, labels: known.labels, progress: progress)
      let score = try trained.score(of: testRows, progress: progress)
      return try ProbeResult(trained, score, split: split, labels: known.labels, rowCount: count + testRows.rowCount)
    }
    guard options.includesCurve else { return try result(of: trainingCount) }
    let counts = ProbeSplit.curveCounts(trainingCount: trainingCount, classCount: known.labels.count)
    var points: [ProbeResult.CurvePoint] = []
    for count in counts.dropLast() {
      // Fewer labels may not do, where rows are not finite.
      do { points.append(ProbeResult.CurvePoint(try result(of: count))) } catch is ProbeError { continue }
    }
    var whole = try result(of: trainingCount)
    points.append(ProbeResult.CurvePoint(whole))
    whole.curve = points
    return whole
  }
}
