import Analysis
import LinearAlgebra
import Spectra
import TensorFiles

extension AnalysisFailure {
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
    self.init(code: Code(error.code), message: place + error.message)
  }

  init(_ error: LinearAlgebraError) {
    switch error {
    case .orderTooLarge, .orderTooLargeForEigenvectors, .tooManyFeatures:
      self.init(code: .tooLarge, message: error.description)
    case .tooMuchMemory: self.init(code: .tooMuchMemory, message: error.description)
    case .eigenvaluesFailed: self.init(code: .noEigenvalues, message: error.description)
    }
  }
}

extension AnalysisFailure.Code {
  /// The code of the same name; a test finds one that has none.
  init(_ code: TensorFileError.Code) { self = Self(rawValue: code.rawValue) ?? .unreadable }

  init(_ error: ProbeError) {
    self =
      switch error {
      case .unequalCounts: .unequalCounts
      case .unequalFeatures: .unequalFeatures
      case .tooFewClasses: .tooFewClasses
      case .tooFewTrainingRows: .tooFewTrainingRows
      case .noTestRows: .noTestRows
      case .missingInTraining: .missingInTraining
      case .constantFeatures: .constantFeatures
      case .featuresTooLarge: .featuresTooLarge
      }
  }
}
