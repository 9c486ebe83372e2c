import Analysis

extension Model {
  /// Takes in what the engine says, or holds it back while the screen is frozen.
  mutating func take(_ update: EngineUpdate, at time: ClockTime) -> [Effect] {
    let (begun, isForNow) = news.hear(update, at: time)
    if isForNow { note(update, at: time) }
    return news.hasCaughtUp && begun.contains { $0.rule.ringsBell } ? [.ringBell] : []
  }

  mutating func note(_ update: EngineUpdate, at time: ClockTime) {
    switch update {
    case .queued(let record):
      dumps.put(DumpEntry(record: record, state: .queued))
    case .progressed(let id, let rows, let perSecond):
      dumps.setProgress(rows, perSecond: perSecond, of: id)
    case .previewed(let record):
      dumps.setPreview(record)
    case .finished(let record):
      dumps.put(DumpEntry(record: record, state: record.failure == nil ? .done : .failed))
      spectra.remove(record.id)
    case .refitted(let record):
      // Where the spectrum is at hand it was done here already, maybe over newer ranks than these.
      guard spectra[record.id] == nil else { break }
      // What is in its file by now may be waiting, or being computed.
      dumps.put(DumpEntry(record: record, state: dumps[record.id]?.state ?? .done))
    case .refined(let record):
      dumps.put(DumpEntry(record: record, state: .done))
      // The replicates, which other settings need, are the engine's.
      spectra.remove(record.id)
    case .probing(let id, let progress):
      dumps.setOwnAccuracies(of: id) { $0.probe = progress.map(OwnAccuracies.Probe.running) ?? .waiting }
    case .probed(let id, let record):
      note(record, ofProbe: id)
    case .described(let dump):
      dumps.describe(dump)
    case .vanished(let id):
      forget(id)
    case .run(let run, let state, _):
      dumps.setActivity(DumpCollection.Activity(state: state, lastSign: time), of: run)
    case .discovered:
      recallDumps()
    case .idle:
      if !news.hasCaughtUp { dropChoicesWithoutValues() }
    case .watching, .problem: break
    }
    news.note(update, at: time)
  }

  private mutating func note(_ record: ProbeRecord?, ofProbe id: Dump.ID) {
    let probe = record.flatMap { record in
      record.result.map(OwnAccuracies.Probe.done) ?? record.failure.map(OwnAccuracies.Probe.failed)
    }
    dumps.setOwnAccuracies(of: id) { own in
      own.probe = probe
      if case .done(let result)? = probe { own.results[result.method] = result }
      if record == nil { own.results = [:] }
    }
    if case .failed(let failure)? = probe { input.say(failure.message, isFailure: true) }
  }

  /// Forgets a dump; the eye stays where it was, on what comes after it.
  private mutating func forget(_ id: AnalysisRecord.ID) {
    if table.selection == .dump(id) {
      let rows = table.rows(of: dumps)
      let index = table.selectedIndex(in: rows) ?? 0
      table.selection = index + 1 < rows.count ? rows[index + 1] : index > 0 ? rows[index - 1] : nil
    }
    let run = dumps[id]?.record.dump.runID
    // What comes back is another dump; what was typed of it may still be meant.
    dumps.setOwnAccuracies(of: id) { ($0.probe, $0.results) = (nil, [:]) }
    dumps.remove(id)
    // A run of one dump has no heading, and nothing to fold.
    if let run, dumps[run: run].map({ $0.entries.count < 2 }) ?? true {
      table.folded.remove(run)
      if table.selection == .run(run) { table.selection = dumps[run: run]?.dumps.first.map(ModelsTable.Row.dump) }
    }
    spectra.remove(id)
    view.forget(id)
    spectra.endRequest(of: id)
    fits.forget(id)
  }
}
