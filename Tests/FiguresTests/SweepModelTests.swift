import Analysis
import DashboardFixtures
import Figures
import Testing

@Suite("Models of a sweep")
struct SweepModelTests {
  private let alpha = Quantity(named: "alpha")
  private let accuracy = Quantity(named: "probe_acc")

  @Test("Runs that differ by their seed only are one model at their mean")
  func joined() throws {
    let single = GridSweep.records.sweepModels(.lastCheckpoints, having: [alpha, accuracy])
    let models = GridSweep.records.sweepModels(.joinedSeeds, having: [alpha, accuracy])
    #expect(single.count == 10 && models.count == 9)
    let pair = try #require(models.first { $0.records.count == 2 })
    let values = pair.records.compactMap { $0.quantity(named: "probe_acc") }
    #expect(pair.value(of: accuracy) == (values[0] + values[1]) / 2)
    #expect(pair.interval(of: accuracy) != nil && models.filter { $0.records.count == 1 }.count == 8)
  }

  @Test("A run without a seed is joined with none")
  func seedless() {
    let records = GridSweep.records.map { record in
      var record = record
      record.dump.seed = nil
      return record
    }
    #expect(records.sweepModels(.joinedSeeds, having: [alpha, accuracy]).count == 10)
  }

  @Test(
    "Accuracies of earlier checkpoints count where they were logged there; a model that has none takes them from no other"
  )
  func earlier() {
    let models = GridSweep.records.sweepModels(.lastCheckpoints, having: [accuracy])
    #expect(GridSweep.records.earlierValues(of: accuracy, for: models).isEmpty, "only the end of a run is known")
    let loss = Quantity(named: "train_loss")
    let grid = models.filter { $0.representative.dump.seed == 0 }
    let values = GridSweep.records.earlierValues(of: loss, for: grid)
    // At epoch 1 of the grid the loss is 10 for the first setting and rises by 1 with each.
    let expected = grid.compactMap { model in
      GridSweep.lambds.firstIndex { model.value(of: Quantity(named: "lambd")) == $0 }.map { 10 + Double($0) }
    }
    #expect(values == [expected])
    let withOther = GridSweep.records.earlierValues(of: loss, for: models)
    #expect(withOther == [expected + [nil]], "one has the last checkpoint only")
    let few = models.filter { $0.representative.dump.seed == 1 } + grid.prefix(2)
    #expect(GridSweep.records.earlierValues(of: loss, for: few).isEmpty, "fewer than three in four have it")
  }

  @Test("Which of two quantities ranks the models is tested, and said")
  func comparison() throws {
    let models = GridSweep.records.sweepModels(.lastCheckpoints, having: [alpha, accuracy])
    let found = try #require(
      SignalComparison(models, first: Quantity(named: "pdim"), second: alpha, outcome: accuracy))
    let text = found.finding.text
    #expect(text.hasPrefix("pdim does not rank these 10 models by probe_acc, α does; α goes with it more closely, p "))
    #expect(text.hasSuffix("(Steiger)"))
    let correlations = found.correlations.text
    #expect(correlations.hasPrefix("Spearman ρ with probe_acc: pdim −0.") && correlations.contains(", α −0."))
    #expect(SignalComparison(models, first: alpha, second: alpha, outcome: accuracy) == nil)
  }
}
