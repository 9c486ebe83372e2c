import Foundation
import LinearAlgebra
import Spectra

/// What `Reference/make_probe_reference.py` computed with scikit-learn, numpy and scipy, without our code.
struct ProbeReference: Decodable {
  struct Case: Decodable, CustomStringConvertible {
    struct Logistic: Decodable {
      let objective: Double
      let top1, top5: Int
    }

    struct Ridge: Decodable {
      let penalty: Double
      let weights, intercepts: [Double]
      let top1, top5: Int
    }

    let name: String
    let rows, testRows: [[Double]]
    let labels, testLabels: [Int]
    let logistic: Logistic
    let ridge: Ridge

    var description: String { name }

    func probe(_ options: LinearProbe.Options) throws -> ProbeResult {
      try LinearProbe.run(
        .init(MemoryRows(rows), labels: labels), test: .init(MemoryRows(testRows), labels: testLabels), options: options
      )
    }
  }

  struct Wilson: Decodable {
    let successes, count: Int
    let interval: [Double]
  }

  let cases: [Case]
  let wilson: [Wilson]

  init() throws {
    let file = URL(filePath: #filePath).appending(path: "../Reference/probe.json").standardized
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }
}

/// Rows in memory, handed out a few at a time.
final class MemoryRows: FeatureRows {
  let rows: [[Double]]
  let blockRows: Int
  /// How often they were gone through to the end.
  private(set) var passCount = 0

  init(_ rows: [[Double]], blockRows: Int = 7) {
    self.rows = rows
    self.blockRows = blockRows
  }

  var rowCount: Int { rows.count }
  var featureCount: Int { rows.first?.count ?? 0 }

  func forEachBlock(_ body: (borrowing RowBlock) throws -> Void) throws {
    for first in stride(from: 0, to: rows.count, by: blockRows) {
      try body(RowBlock(rows: Array(rows[first..<min(first + blockRows, rows.count)])))
    }
    passCount += 1
  }
}
