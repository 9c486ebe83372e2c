import SystemPackage

/// Eight dumps by two threads, against the same by one.
struct SeveralDumpsBenchmark {
  let effort: Effort

  private static let shape = Shape(rows: 10_000, columns: 1024)

  func figures(of processes: WholeProcesses) throws -> [Figure] {
    guard let launcher = processes.launcher else { return [] }
    let dumps = try processes.directory.makeDirectory("dumps")
    defer { try? processes.directory.remove(dumps) }
    for seed in 1...8 {
      try PowerLawDump(shape: Self.shape, seed: UInt64(seed)).write(to: dumps.appending("\(seed).npy"))
    }
    let samples = try (0..<effort.slowRepetitions).map { _ in
      let two = try launcher.run(processes.analysis(dumps, threads: 2))
      let one = try launcher.run(processes.analysis(dumps, threads: 1))
      try Alphas(in: two.output).requireAgreement(
        with: Alphas(in: one.output), to: 1e-9, between: "two threads and one, eight dumps")
      return two.seconds / one.seconds
    }
    return [Figure("eight dumps", "10000x1024 each: time with --threads 2 / with --threads 1", samples: samples)]
  }
}
