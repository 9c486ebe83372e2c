import NumericalTesting
import Statistics
import Testing

@Suite("Student's t")
struct StudentTTests {
  @Test("Bounds of Student's t are scipy's")
  func studentT() throws {
    let quantiles = try Reference.quantiles()
    #expect(quantiles.count >= 30)
    for quantile in quantiles {
      let found = StudentT(degreesOfFreedom: quantile.degreesOfFreedom).bound(probability: quantile.probability)
      #expect(found.isClose(to: quantile.bound, relative: 1e-12), "\(quantile)")
    }
  }
}
