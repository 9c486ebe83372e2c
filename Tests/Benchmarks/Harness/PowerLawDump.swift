import NumericalTesting
import SystemPackage

/// Rows of normal features about a mean far from 0, whose covariance has the eigenvalues 1, 1/2, …, 1/D.
///
/// Its eigenvectors are the rows of a Hadamard matrix with random signs, which costs D log D operations a row.
struct PowerLawDump {
  let shape: Shape
  let seed: UInt64

  /// Writes it as float32. D is a power of two.
  func write(to path: FilePath) throws {
    let d = shape.columns
    precondition(d.nonzeroBitCount == 1, "a Hadamard matrix of order \(d)")
    var generator = SeededGenerator(seed: seed)
    let mean = (0..<d).map { _ in generator.normal() }
    // The transform multiplies lengths by √D.
    let scales = (1...d).map { k in
      (Bool.random(using: &generator) ? 1 : -1) / (Double(k) * Double(d)).squareRoot()
    }
    var row = mean
    var stored = [Float](repeating: 0, count: d)
    try DumpFile.write(path, element: "<f4", shape: shape) { file in
      for _ in 0..<shape.rows {
        for j in 0..<d { row[j] = scales[j] * generator.normal() }
        row.transformByHadamard()
        for j in 0..<d { stored[j] = Float(row[j] + mean[j]) }
        _ = try stored.withUnsafeBytes { try file.writeAll($0) }
      }
    }
  }
}

extension [Double] {
  /// Multiplies by the Hadamard matrix of this order, a power of two, in place (fast Walsh–Hadamard transform).
  fileprivate mutating func transformByHadamard() {
    withUnsafeMutableBufferPointer { values in
      var half = 1
      while half < values.count {
        for start in stride(from: 0, to: values.count, by: 2 * half) {
          for j in start..<(start + half) {
            (values[j], values[j + half]) = (values[j] + values[j + half], values[j] - values[j + half])
          }
        }
        half *= 2
      }
    }
  }
}
