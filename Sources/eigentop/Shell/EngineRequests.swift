import Analysis
import AnalysisEngine
import Dashboard
import Foundation
import Goldilocks
import Spectra

/// What the dashboard wants of the engine and of others that compute. Answers come to the mailbox.
struct EngineRequests {
  let engine: AnalysisEngine
  let mailbox: Mailbox<Action>
  let laboratory: LaboratoryBench

  func fit(_ settings: FitSettings, to dump: Dump.ID?) { ask { await $0.fit(settings, to: dump) } }

  func prioritise(_ dumps: [Dump.ID]) { ask { await $0.prioritise(dumps) } }

  func recompute(_ dump: Dump.ID) { ask { await $0.recompute(dump) } }

  func probe(_ dumps: [Dump.ID], _ options: LinearProbe.Options) {
    ask { engine in for dump in dumps { await engine.probe(dump, options: options) } }
  }

  func loadSpectra(of dump: Dump.ID) {
    ask { [mailbox] engine in mailbox.post(.spectraLoaded(dump, await engine.spectra(of: dump))) }
  }

  /// Not on the engine's threads: it may take seconds, and messages wait for no arithmetic.
  func replay(_ setting: SelectionReplay.Setting) {
    Thread.detachNewThread { [mailbox] in mailbox.post(.replayed(setting, SelectionReplay(setting))) }
  }

  private func ask(_ request: @escaping @Sendable (AnalysisEngine) async -> Void) {
    Task(executorPreference: engine.executor) { [engine] in await request(engine) }
  }
}
