import AnalysisEngine
import Dashboard
import Foundation
import Goldilocks

/// What effects want of the engine and of others that compute. Answers come to the mailbox.
struct EngineRequests {
  let engine: AnalysisEngine
  let mailbox: Mailbox<Action>
  let laboratory: LaboratoryBench

  /// - Returns: false for what has nothing to do with computing.
  func perform(_ effect: Effect) -> Bool {
    switch effect {
    case .fit(let settings, let dump):
      Task(executorPreference: engine.executor) { [engine] in await engine.fit(settings, to: dump) }
    case .prioritise(let dumps):
      Task(executorPreference: engine.executor) { [engine] in await engine.prioritise(dumps) }
    case .recompute(let dump):
      Task(executorPreference: engine.executor) { [engine] in await engine.recompute(dump) }
    case .probe(let dumps, let options):
      Task(executorPreference: engine.executor) { [engine] in
        for dump in dumps { await engine.probe(dump, options: options) }
      }
    case .replay(let setting):
      // Not on the engine's threads: it may take seconds, and messages wait for no arithmetic.
      Thread.detachNewThread { [mailbox] in mailbox.post(.replayed(setting, SelectionReplay(setting))) }
    case .loadSpectra(let id):
      Task(executorPreference: engine.executor) { [engine, mailbox] in
        mailbox.post(.spectraLoaded(id, await engine.spectra(of: id)))
      }
    case .simulate(let experiment):
      laboratory.begin(experiment)
    case .compareViews(let dump, let lambda):
      laboratory.compareViews(of: dump, lambda: lambda)
    case .quit, .suspend, .redraw, .copy, .export, .copyExport, .ringBell, .captureMouse, .draw, .listThemes, .keep:
      return false
    }
    return true
  }
}
