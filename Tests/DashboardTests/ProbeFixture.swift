import LinearAlgebra
import Spectra

/// Linear probes that come to what a test wants.
enum ProbeFixture {
  private final class Rows: FeatureRows {
    let values: [Double]
    let featureCount = 1
    var rowCount: Int { values.count }

    init(_ values: [Double]) { self.values = values }

    func forEachBlock(_ body: (borrowing RowBlock) throws -> Void) throws {
      try body(RowBlock(rows: values.map { [$0] }))
    }
  }

  /// Trained on two classes on both sides of zero, tested on rows of which so many lie on the side of their class.
  static func result(correct: Int, of count: Int) throws -> ProbeResult {
    let training = LinearProbe.Labelled(Rows((0..<20).map { $0 % 2 == 0 ? -1 : 1 }), labels: (0..<20).map { $0 % 2 })
    let labels = (0..<count).map { $0 % 2 }
    let sides = labels.indices.map { index in (labels[index] == 1) == (index < correct) ? 1.0 : -1 }
    return try LinearProbe.run(training, test: LinearProbe.Labelled(Rows(sides), labels: labels))
  }
}
