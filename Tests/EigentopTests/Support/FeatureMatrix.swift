import FileFixtures
import Foundation
import Synchronization

/// Features of which every result is known: their columns are waves of different frequencies, which are orthogonal and
/// have mean 0, so the eigenvalues of their covariance are the variances they are given.
struct FeatureMatrix: Hashable {
  /// N, more than twice D.
  var rows = 280
  /// D.
  var columns = 128
  /// The k-th eigenvalue is proportional to k to the minus α.
  var alpha: Double

  /// Many tests write the same few.
  private static let made = Mutex<[FeatureMatrix: Data]>([:])

  /// As numpy writes it: float64, row by row.
  var npy: Data {
    if let data = Self.made.withLock({ $0[self] }) { return data }
    let data = encoded
    Self.made.withLock { $0[self] = data }
    return data
  }

  private var encoded: Data {
    let values: [Double] = (0..<rows).flatMap { row in
      (1...columns).map { column -> Double in
        let angle: Double = 2 * .pi * Double(row * column) / Double(rows)
        return pow(Double(column), -alpha / 2) * cos(angle)
      }
    }
    return Data(FileFixtures.npy("<f8", [rows, columns], littleEndian(values), isPadded: true))
  }
}
