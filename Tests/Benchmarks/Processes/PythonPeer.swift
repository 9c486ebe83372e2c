import Foundation

/// What one would run in Python instead.
enum PythonPeer: String, CaseIterable {
  case numpyCovariance = "numpy-cov"
  case scipyCovariance = "scipy-evd"
  case scikitCovariance = "sklearn-covariance"
  case scikitSVD = "sklearn-svd"

  private static let script = CompiledControl.sources.appending(path: "peer.py").path(percentEncoded: false)

  func command(_ file: String) -> [String] { ["python3", Self.script, file, rawValue] }

  /// Relative error of α: scikit-learn computes in the precision of the file.
  var tolerance: Double {
    switch self {
    case .numpyCovariance, .scipyCovariance: 1e-9
    case .scikitCovariance, .scikitSVD: 1e-3
    }
  }

  /// Whether it can do with fewer rows than features: a covariance of 8,192 features takes a minute.
  var takesFewRows: Bool { self == .scikitSVD }

  /// Those whose libraries Python has.
  static func importable() throws -> [PythonPeer] {
    try allCases.filter { peer in
      let isThere = try Command(words: peer.command("-"), isQuiet: true).run().status == 0
      if !isThere { note("python3 cannot import what \(peer.rawValue) needs: it is left out") }
      return isThere
    }
  }
}
