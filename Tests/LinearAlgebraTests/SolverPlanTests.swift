import LinearAlgebra
import Testing

@Suite("The choice of a solver")
struct SolverPlanTests {
  @Test(
    "The route is the smaller problem", arguments: [(10, 11, true), (11, 11, false), (12, 11, false), (2, 9000, true)])
  func route(shape: (Int, Int, Bool)) {
    #expect(plan(shape.0, shape.1).route == (shape.2 ? .gram : .covariance))
  }

  @Test("Two stages from the order where they win", arguments: [(2047, false), (2048, true), (8192, true)])
  func reduction(order: (Int, Bool)) {
    #expect(plan(100_000, order.0).reduction == (order.1 ? .twoStage : .oneStage))
    #expect(plan(order.0, 100_000).reduction == (order.1 ? .twoStage : .oneStage))
  }

  @Test(
    "A preview where few ranks of many are wanted",
    arguments: [(2047, 100, false), (2048, 100, true), (2048, 103, false), (4096, 200, true), (4096, 0, false)])
  func preview(order: (Int, Int, Bool)) {
    let plan = SolverPlan(sampleCount: 100_000, featureCount: order.0, wantedRanks: order.1)
    #expect(plan.hasPreview == order.2)
  }

  @Test("Memory: one matrix and little else, whatever the number of rows", arguments: [512, 2048, 8192])
  func memory(features: Int) {
    let matrix = 8 * features * features
    let bytes = plan(10_000, features).byteCount
    #expect(bytes > matrix)
    #expect(bytes <= matrix + 68 << 20)
    #expect(bytes == plan(10_000_000, features).byteCount)
    let single = SolverPlan(sampleCount: 10_000, featureCount: features, wantedRanks: 0, precision: .float32).byteCount
    #expect(single >= matrix + matrix / 2)
  }

  @Test("Memory of the Gram route does not grow with the number of features beyond a slab")
  func gramMemory() {
    #expect(plan(1000, 1_000_000).byteCount == plan(1000, 8192).byteCount)
    #expect(plan(1000, 1001).byteCount < plan(1000, 8192).byteCount)
  }

  @Test("What cannot be, takes more than there is", arguments: [(50_000, 50_000), (10, Int(Int32.max) + 1)])
  func impossible(shape: (Int, Int)) { #expect(plan(shape.0, shape.1).byteCount == .max) }

  @Test("Moments follow the plan")
  func moments() throws {
    guard case .gram = try FeatureMoments(sampleCount: 10, featureCount: 11) else {
      Issue.record("10 × 11 is a Gram problem")
      return
    }
    guard case .covariance = try FeatureMoments(sampleCount: 11, featureCount: 11) else {
      Issue.record("11 × 11 is a covariance")
      return
    }
    let needed = FeatureMoments.byteCount(sampleCount: 9000, featureCount: 8000)
    #expect(throws: LinearAlgebraError.tooMuchMemory(needed: needed, limit: needed - 1)) {
      try FeatureMoments(sampleCount: 9000, featureCount: 8000, memoryLimit: needed - 1)
    }
  }

  private func plan(_ sampleCount: Int, _ featureCount: Int) -> SolverPlan {
    SolverPlan(sampleCount: sampleCount, featureCount: featureCount, wantedRanks: 0)
  }

  @Test("Blocks are of 512 rows, in single precision of 1,024, of fewer where rows are long, and never of none")
  func blocks() {
    #expect(RowBlock.recommendedRowCount(columnCount: 2) == 512)
    #expect(RowBlock.recommendedRowCount(columnCount: 2, precision: .float32) == 1024)
    #expect(RowBlock.recommendedRowCount(columnCount: 2048) == 512)
    #expect(RowBlock.recommendedRowCount(columnCount: 4096) == 256)
    #expect(RowBlock.recommendedRowCount(columnCount: 1 << 40) == 1)
  }
}
