import LinearAlgebra
import NumericalTesting
import Spectra
import Testing

@Suite("Linear regression with controlled covariates")
struct RegressionSimulationTests {
  @Test("Normal numbers are SplitMix64's by Box and Muller, another sequence for each stream")
  func normals() throws {
    for stream in try LaboratoryReference.laboratory().normals {
      var generator = NormalGenerator(seed: stream.seed, stream: stream.stream)
      for expected in stream.numbers { #expect(generator.next().isClose(to: expected, relative: 1e-13, scale: 1)) }
    }
  }

  @Test(
    "The closed form is what gradient descent comes to step by step, and its limit is the least-squares solution of least norm"
  )
  func closedForm() throws {
    for setting in try LaboratoryReference.laboratory().fullBatch {
      let steps = try #require(setting.steps)
      let simulation = try simulation(setting, training: .fullBatch(steps: steps))
      let sample = simulation.sample(setting.trial)
      for expected in setting.outcomes {
        let found = try sample.outcome(alpha: expected.alpha)
        #expect(found.excessRisk.isClose(to: expected.risk, relative: 1e-9), "\(setting.testDescription)")
        let interpolating = try #require(found.minimumNormRisk)
        let reference = try #require(expected.minimumNorm)
        #expect(interpolating.isClose(to: reference, relative: 1e-9), "\(setting.testDescription), α \(expected.alpha)")
      }
    }
  }

  @Test("Stochastic gradient descent goes from batch to batch, and its recursion is that of a matrix")
  func onePass() throws {
    for setting in try LaboratoryReference.laboratory().onePass {
      let size = try #require(setting.batch)
      let simulation = try simulation(setting, training: .onePass(batchSize: size))
      let sample = simulation.sample(setting.trial)
      for expected in setting.outcomes {
        let found = try sample.outcome(alpha: expected.alpha)
        #expect(found.excessRisk.isClose(to: expected.risk, relative: 1e-9))
        #expect(found.minimumNormRisk == nil)
        let mean = try #require(simulation.expectedRisk(alpha: expected.alpha))
        #expect(mean.isClose(to: try #require(expected.expected), relative: 1e-9))
      }
    }
  }

  private func simulation(
    _ setting: LaboratoryReference.Setting, training: RegressionSimulation.Training
  ) throws -> RegressionSimulation {
    try RegressionSimulation(
      featureCount: setting.dimension, sampleCount: setting.samples, targetDecay: setting.b, noise: setting.sigma,
      training: training, learningRate: setting.rate, seed: setting.seed)
  }

  @Test("The mean of stochastic gradient descent is that of its recursion", arguments: [1, 4, 20])
  func meanOfOnePass(batchSize: Int) throws {
    let simulation = try RegressionSimulation(
      featureCount: 3, sampleCount: 40, training: .onePass(batchSize: batchSize), seed: 12)
    let alphas = [0.0, 1, 3]
    let trials = try (0..<4_000).map { try simulation.trial($0, alphas: alphas) }
    let curve = try #require(RegressionCurve(simulation, alphas: alphas, trials: trials))
    for point in curve.points {
      let error = try #require(point.excessRisk.standardError)
      let z = (point.excessRisk.mean - (try #require(point.expectedRisk))) / error
      #expect(abs(z) < 4, "α \(point.alpha): z = \(z)")
    }
  }

  @Test("Of equal variances the minimum norm's risk is what theory says: (1 − n/D)‖c‖² + σ² n/(D − n − 1)")
  func isotropic() throws {
    // Hastie, Montanari, Rosset, Tibshirani, Surprises in high-dimensional ridgeless least squares interpolation, 2022.
    let simulation = try RegressionSimulation(featureCount: 60, sampleCount: 30, training: .minimumNorm, seed: 5)
    let trials = try (0..<200).map { try simulation.trial($0, alphas: [0]) }
    let risk = try #require(RegressionCurve(simulation, alphas: [0], trials: trials)).points[0].excessRisk
    let expected = 0.5 + 0.25 * 30 / 29
    #expect(abs(risk.mean - expected) < 4 * (try #require(risk.standardError)))
  }

  @Test("Many steps come to the minimum-norm solution")
  func limit() throws {
    let long = try RegressionSimulation(featureCount: 20, sampleCount: 10, training: .fullBatch(steps: 1_000_000))
    let limit = try RegressionSimulation(featureCount: 20, sampleCount: 10, training: .minimumNorm)
    let (found, expected) = try (long.sample(2).outcome(alpha: 1), limit.sample(2).outcome(alpha: 1))
    #expect(found.excessRisk.isClose(to: expected.excessRisk, relative: 1e-9))
    #expect(expected.minimumNormRisk == expected.excessRisk)
  }

  @Test("A trial is the same again, and another for another number or seed")
  func seeded() throws {
    func risk(seed: UInt64, trial: Int) throws -> Double {
      let simulation = try RegressionSimulation(featureCount: 8, sampleCount: 6, seed: seed)
      return try simulation.sample(trial).outcome(alpha: 1).excessRisk
    }
    #expect(try risk(seed: 1, trial: 2) == risk(seed: 1, trial: 2))
    #expect(try Set([risk(seed: 1, trial: 2), risk(seed: 1, trial: 3), risk(seed: 2, trial: 2)]).count == 3)
  }

  @Test("Steps that are too long diverge without an end of the program")
  func diverging() throws {
    let simulation = try RegressionSimulation(
      featureCount: 8, sampleCount: 6, training: .fullBatch(steps: 100_000), learningRate: 1e6)
    #expect(try !simulation.sample(0).outcome(alpha: 1).excessRisk.isFinite)
  }

  @Test("What means nothing is refused by name")
  func refused() {
    func expectRefusal(of name: String, _ make: () throws -> RegressionSimulation) {
      #expect {
        _ = try make()
      } throws: { error in
        guard case SimulationError.invalid(let parameter, _) = error else { return false }
        return parameter == name
      }
    }
    expectRefusal(of: "the dimension") { try RegressionSimulation(featureCount: 0) }
    expectRefusal(of: "the number of samples") { try RegressionSimulation(sampleCount: 0) }
    expectRefusal(of: "b") { try RegressionSimulation(targetDecay: .nan) }
    expectRefusal(of: "sigma") { try RegressionSimulation(noise: -1) }
    expectRefusal(of: "the number of steps") { try RegressionSimulation(training: .fullBatch(steps: 0)) }
    expectRefusal(of: "the batch") { try RegressionSimulation(sampleCount: 5, training: .onePass(batchSize: 6)) }
    expectRefusal(of: "the learning rate") { try RegressionSimulation(learningRate: 0) }
  }

  @Test(
    "More numbers than memory should hold are refused",
    arguments: [(1 << 14, 1 << 14), (Int.max, 2), (1 << 40, 1 << 40)])
  func tooLarge(rows: Int, features: Int) {
    #expect(throws: SimulationError.tooLarge(rows: rows, features: features)) {
      try RegressionSimulation(featureCount: features, sampleCount: rows)
    }
  }
}
