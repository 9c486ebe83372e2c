import Analysis
import AnalysisEngine
import Dashboard
import Figures
import LinearAlgebra
import Spectra
import SystemPackage

/// Computes what the laboratory of the dashboard asks for, one experiment at a time, on the threads of the engine and at their low
/// priority. Between two αs it notices that something else is wanted; when all is computed it is silent.
final class LaboratoryBench {
  private let engine: AnalysisEngine
  private let mailbox: Mailbox<Action>
  private let tokens: TokenPooling
  private let memoryLimit: Int
  private var running: Task<LaboratoryTrials, Never>?

  /// - Parameter configuration: the engine's: what becomes of further axes of views, and the bytes that comparing them may take.
  init(engine: AnalysisEngine, mailbox: Mailbox<Action>, configuration: AnalysisEngine.Configuration) {
    self.engine = engine
    self.mailbox = mailbox
    (tokens, memoryLimit) = (configuration.tokens, configuration.memoryLimit)
  }

  /// Begins an experiment in the place of the one before; what that has computed and this needs is kept.
  func begin(_ experiment: LaboratoryExperiment) {
    let previous = running
    previous?.cancel()
    running = Task(executorPreference: engine.executor) { [engine, mailbox] in
      var trials = LaboratoryTrials(experiment, keeping: await previous?.value)
      await trials.run(on: engine) { mailbox.post(.simulated($0)) }
      engine.releaseUnusedMemory()
      return trials
    }
  }

  func compareViews(of dump: Dump.ID, lambda: Double) {
    Task(executorPreference: engine.executor) { [engine, mailbox, tokens, memoryLimit] in
      let comparison = try await engine.compute {
        ViewComparison(of: dump.file, lambda: lambda, tokens: tokens, memoryLimit: memoryLimit)
      }
      mailbox.post(.viewsCompared(dump, comparison))
    }
  }
}

extension ViewComparison {
  /// Of the views beside a dump, with this weight of the redundancy.
  fileprivate init(of dump: FilePath, lambda: Double, tokens: TokenPooling, memoryLimit: Int) {
    guard let (first, second) = ViewPair.beside(dump) else {
      self = .absent("no two views beside the dump")
      return
    }
    do throws(AnalysisFailure) {
      let moments = try ViewPair.crossMoments(first, second, tokens: tokens, memoryLimit: memoryLimit)
      self = .matrix(CrossCorrelationFigure(BarlowTwinsLoss(moments), lambda: lambda).figure)
    } catch {
      self = .absent(error.message)
    }
  }
}
