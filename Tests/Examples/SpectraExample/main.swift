import LinearAlgebra
import Spectra

let featureCount = 128

/// Rows as they come from two files, block by block. These have features of the variances 1/k, so that α is 1.
func readFile(_ number: UInt64, _ body: (borrowing RowBlock) -> Void) {
  var normal = NormalGenerator(seed: 0, stream: number)
  var block = RowBlock(capacity: RowBlock.recommendedRowCount(columnCount: featureCount), columnCount: featureCount)
  for _ in 0..<2 {
    for row in 0..<block.capacity {
      for column in 0..<featureCount {
        block.values[row * featureCount + column] = normal.next() / Double(column + 1).squareRoot()
      }
    }
    block.setRowCount(block.capacity)
    body(block)
  }
}

// The moments of each file, on machines of their own if need be; merged, they are those of all rows.
var moments = try MomentsAccumulator(featureCount: featureCount)
// The same in twenty groups of rows, of which one at a time is left out: for standard errors.
let rowCount = 4 * RowBlock.recommendedRowCount(columnCount: featureCount)
var groups = try GroupedMoments(
  RowGroups(ReplicateSpectra.groupCount, ofRows: rowCount), featureCount: featureCount)
for file: UInt64 in 1...2 {
  var part = try MomentsAccumulator(featureCount: featureCount)
  readFile(file) { block in
    part.add(block)
    groups.add(block)
  }
  moments.merge(part)
}

// The features are doubles here: their storage has rounded nothing. Of float32 say 0x1p-24.
let spectrum = try Eigenspectrum(moments.covariance(), featureCount: featureCount, unitRoundoff: 0)
let fit = try PowerLawFit(spectrum, range: .standard)

var replicates: [Double] = []
try groups.forEachLeaveOneOut { _, moments in
  let spectrum = try Eigenspectrum(moments, featureCount: featureCount, unitRoundoff: 0)
  if let alpha = fit.alpha(on: spectrum) { replicates.append(alpha) }
}

func rounded(_ value: Double?) -> Double { ((value ?? .nan) * 1000).rounded() / 1000 }

print("\(moments.sampleCount) rows, \(spectrum.resolvableRank) ranks resolved")
print("α over ranks \(fit.range): \(rounded(fit.alpha)), R² \(rounded(fit.rSquared))")
if let uncertainty = Uncertainty(estimate: fit.alpha, replicates: replicates) {
  print("standard error \(rounded(uncertainty.standardError))")
}
if let measures = RankMeasures(spectrum) {
  print("RankMe \(rounded(measures.rankMe)), effective rank \(rounded(measures.effectiveRank))")
}
