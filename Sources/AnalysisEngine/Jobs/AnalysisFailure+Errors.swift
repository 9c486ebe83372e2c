import Analysis
import LinearAlgebra
import TensorFiles

extension AnalysisFailure {
  static let tooMuchMemory = "tooMuchMemory"

  /// Nil for an error that is not the file's, such as a cancellation.
  init?(_ error: any Error) {
    switch error {
    case let error as AnalysisFailure: self = error
    case let error as TensorFileError: self.init(error)
    case let error as LinearAlgebraError: self.init(error)
    default: return nil
    }
  }

  init(_ error: TensorFileError) {
    let place = error.place.map { "byte \($0): " } ?? ""
    self.init(code: error.code.rawValue, message: place + error.message)
  }

  init(_ error: LinearAlgebraError) {
    switch error {
    case .orderTooLarge, .orderTooLargeForEigenvectors, .tooManyFeatures:
      self.init(code: "tooLarge", message: error.description)
    case .tooMuchMemory: self.init(code: Self.tooMuchMemory, message: error.description)
    case .eigenvaluesFailed: self.init(code: "noEigenvalues", message: error.description)
    }
  }
}
