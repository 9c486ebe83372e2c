/// Successive halving (Jamieson & Talwalkar 2016) with a probe of a checkpoint as the unit of cost: some models are probed early in
/// training, the better half of them at the next checkpoint, and so on to the last.
///
/// What it saves of training, by not finishing the worse ones, is not counted; neither is it for the selection procedure, which needs none
/// of its models probed early but all of them trained.
struct SuccessiveHalving {
  /// Probes at every rung.
  let probes: [Int]
  /// The best accuracy among those probed at the last rung.
  let accuracy: Double

  /// - Parameters:
  ///   - order: of the models; it begins with as many of the first as the budget allows.
  ///   - rungs: accuracies of all models at each checkpoint, the last one last. Where there are more rungs than probes it begins later.
  ///   - budget: probes, at least 1.
  init(order: [Int], rungs: [[Double]], budget: Int) {
    let used = rungs.suffix(max(1, budget))
    let start = (1...max(1, order.count)).last { Self.cost(of: $0, rungs: used.count) <= budget } ?? 1
    var survivors = Array(order.prefix(start))
    var probes = [Int](repeating: 0, count: rungs.count - used.count)
    for (index, rung) in used.enumerated() {
      if index > 0 { survivors = Array(survivors.prefix((survivors.count + 1) / 2)) }
      probes.append(survivors.count)
      // Equal ones stay in their order.
      survivors = survivors.enumerated()
        .sorted { rung[$0.element] != rung[$1.element] ? rung[$0.element] > rung[$1.element] : $0.offset < $1.offset }
        .map(\.element)
    }
    self.probes = probes
    accuracy = survivors.first.flatMap { model in used.last.map { $0[model] } } ?? -.infinity
  }

  /// Probes of this many models over all rungs, half of which, rounded up, reach the next.
  private static func cost(of count: Int, rungs: Int) -> Int {
    var (left, sum) = (count, 0)
    for _ in 0..<rungs {
      sum += left
      left = (left + 1) / 2
    }
    return sum
  }
}
