import Analysis
import AnalysisEngine
import FileFixtures
import LinearAlgebra
import NumericalTesting
import Spectra
import SystemPackage
import Testing

/// In processes of their own: the number of BLAS threads is the process's, and other tests set it, too.
@Suite("The same numbers every time")
struct ReproducibilityTests {
  @Test("At a number of workers results are the same to the bit, with their intervals", arguments: [1, 2])
  func repeated(workerCount: Int) async {
    await #expect(processExitsWith: .success) { [workerCount] in
      let directory = try TemporaryDirectory()
      var generator = SeededGenerator(seed: 101)
      for (number, shape) in [(1100, 60), (300, 60), (60, 300), (25, 40)].enumerated() {
        let rows = generator.powerLawRows(shape.0, features: shape.1, mean: 2)
        try directory.write(float64(rows), to: FilePath("epoch_\(number).npy"))
      }
      let settings = FitSettings(range: try #require(FitRange(first: 3, last: 20)))
      func run() async -> Session {
        await Session.run([directory.path], fit: settings, workerCount: workerCount, computesUncertainty: true)
      }
      let one = await run()
      let two = await run()
      #expect(one.refined.count == 4)
      for record in one.refined {
        #expect(two.refined.contains(record))
        let spectra = await one.engine.spectra(of: record.id)
        #expect(await two.engine.spectra(of: record.id) == spectra && spectra?.replicates != nil)
      }
    }
  }

  @Test("One large dump alone has the same bits at a number of threads, and the same numbers to 10⁻⁹ at any")
  func threads() async {
    await #expect(processExitsWith: .success) {
      let directory = try TemporaryDirectory()
      // N·D·min(N, D) is above 10⁹, from where on one dump gets all threads.
      let file = try directory.write(dump(rows: 1800, columns: 750), to: "x.npy")
      var sessions: [Session] = []
      var threadCounts: [Int] = []
      for workerCount in [1, 2, 1, 2] {
        sessions.append(await Session.run([file], workerCount: workerCount))
        threadCounts.append(BLAS.threadCount)
      }
      #expect(threadCounts == [1, 2, 1, 2])
      let records = sessions.compactMap(\.finished.first)
      try #require(records.count == 4)
      #expect(records[0] == records[2] && records[1] == records[3])
      for measure in Measure.onePass {
        let values = try records.map { try #require($0.value(of: measure)) }
        #expect(values[0].isClose(to: values[1], relative: 1e-9), "\(measure): \(values)")
      }
      let spectra = await (sessions[0].engine.spectra(of: file.dump), sessions[1].engine.spectra(of: file.dump))
      let one = try #require(spectra.0?.spectrum.eigenvalues)
      let two = try #require(spectra.1?.spectrum.eigenvalues)
      #expect(one.isClose(to: two, relative: 1e-12))
    }
  }
}
