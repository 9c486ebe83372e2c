import Analysis

extension Model {
  /// Takes in what the engine says.
  mutating func take(_ update: EngineUpdate, at time: ClockTime) {
    switch update {
    case .queued(let record):
      dumps.put(DumpEntry(record: record, state: .queued))
      isIdle = false
      spectra.remove(record.id)
      lastChange = time
    case .progressed(let id, let rows):
      dumps.setProgress(rows, of: id)
    case .previewed(let record):
      dumps.setPreview(record)
    case .finished(let record):
      dumps.put(DumpEntry(record: record, state: record.failure == nil ? .done : .failed))
      spectra.remove(record.id)
      lastChange = time
    case .refitted(let record):
      // Where the spectrum is at hand it was done here already, maybe over newer ranks than these.
      if spectra[record.id] == nil { dumps.put(DumpEntry(record: record, state: .done)) }
    case .refined(let record):
      dumps.put(DumpEntry(record: record, state: .done))
      // The replicates, which other settings need, are the engine's.
      spectra.remove(record.id)
    case .problem(let text):
      problems.append(text)
    case .discovered:
      isDiscovering = false
    case .idle:
      isIdle = true
    }
  }
}
