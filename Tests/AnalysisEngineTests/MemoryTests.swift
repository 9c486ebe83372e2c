import Analysis
import AnalysisEngine
import FileFixtures
import SystemPackage
import Testing

@Suite("Memory")
struct MemoryTests {
  // In a process of its own: the peaks are the process's, and other tests have theirs.
  @Test("is not taken for what a file merely claims, nor for what could not be solved")
  func claims() async {
    await #expect(processExitsWith: .success) {
      let directory = try TemporaryDirectory()
      // Threads and buffers that every analysis needs.
      let sound = try directory.write(dump(), to: "sound.npy")
      #expect(await Session.run([sound]).record(of: sound)?.summary != nil)

      let header: [UInt8] = [0x93] + Array("NUMPY".utf8) + [2, 0, 0, 0, 0, 0x80] + [UInt8](repeating: 32, count: 188)
      let claims: [(FilePath, AnalysisFailure.Code)] = [
        (try directory.write(npy("<f4", [1_000_000_000_000, 512], []), to: "a.npy"), .truncated),
        (try directory.write(npy("<f4", [4, 1_000_000_000_000], []), to: "b.npy"), .truncated),
        (try directory.write(header, to: "c.npy"), .badHeader),
        (try directory.writeZeros([50_000, 46_341], to: "d.npy"), .tooLarge),
        (try directory.writeZeros([2, 3_000_000_000], to: "e.npy"), .tooLarge),
      ]
      let before = try MemoryUse()
      let session = await Session.run(claims.map(\.0))
      let after = try MemoryUse()
      for (path, code) in claims { #expect(session.record(of: path)?.failure?.code == code) }
      // 8 GiB and more would be needed for each of them. A new thread takes up to 128 MiB of addresses.
      #expect(after.resident - before.resident < 8 << 20)
      #expect(after.virtual - before.virtual < 512 << 20)
    }
  }

  @Test("that a matrix would need and the machine has not is refused in both numbers, and other dumps are analysed")
  func limit() async throws {
    let directory = try TemporaryDirectory()
    let large = try directory.writeZeros([40_000, 40_000], to: "large.npy")
    let small = try directory.write(dump(), to: "small.npy")
    let session = await Session.run([directory.path], memoryLimit: 8 << 30)
    let failure = try #require(session.record(of: large)?.failure)
    // 40,000² doubles are 11.9 GiB.
    #expect(failure.code == .tooMuchMemory)
    #expect(failure.message.wholeMatch(of: /takes 12\.\d GiB of memory; 8\.0 GiB are to be had/) != nil, "\(failure)")
    #expect(session.record(of: small)?.summary != nil)
  }

  @Test(
    "is stated before an analysis begins, and that much is enough, on both routes", arguments: [(3, 1000), (40, 20)])
  func exactLimit(rows: Int, columns: Int) async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(dump(rows: rows, columns: columns), to: "x.npy")
    let needed = try #require(await Session.run([file]).queued.first?.requiredMemory)
    #expect(await Session.run([file], memoryLimit: needed).record(of: file)?.summary != nil)
    #expect(await Session.run([file], memoryLimit: needed - 1).record(of: file)?.failure?.code == .tooMuchMemory)
  }

  @Test(
    "that an analysis takes is what was stated, within a tenth and OpenBLAS's own 16 MiB",
    arguments: [(6000, 1500), (1500, 6000)])
  func stated(rows: Int, columns: Int) async {
    await #expect(processExitsWith: .success) { [rows, columns] in
      let directory = try TemporaryDirectory()
      #expect(await Session.run([try directory.write(dump(), to: "small.npy")]).finished.first?.summary != nil)
      let file = try directory.write(dump(rows: rows, columns: columns), to: "x.npy")
      let before = try MemoryUse()
      let session = await Session.run([file])
      let taken = try MemoryUse().resident - before.resident
      let stated = try #require(session.queued.first?.requiredMemory)
      #expect(session.finished.first?.summary != nil)
      #expect(taken < stated + stated / 10 + (16 << 20), "\(taken) instead of \(stated)")
      #expect(taken > stated / 2, "\(taken) instead of \(stated)")
    }
  }

  @Test("Dumps that do not fit beside one another wait, and all are analysed")
  func waiting() async throws {
    let directory = try TemporaryDirectory()
    let files = try (0..<4).map {
      try directory.write(dump(rows: 60, columns: 20, seed: $0), to: FilePath("epoch_\($0).npy"))
    }
    let needed = try #require(await Session.run([files[0]]).queued.first?.requiredMemory)
    let (stream, continuation) = AsyncStream.makeStream(of: EngineUpdate.self)
    let gate = Gate()
    let engine = AnalysisEngine(.init(workerCount: 3, memoryLimit: 2 * needed - 1)) { update in
      continuation.yield(update)
      // Holds the first dump at its beginning until all the others wait.
      if case .progressed(_, rows: 0, _) = update { gate.wait() }
      if update == .discovered { gate.open() }
    }
    await engine.open([directory.path])
    var running = 0
    var finished = 0
    for await update in stream {
      if case .progressed(_, rows: 0, _) = update { running += 1 }
      if case .finished(let record) = update {
        running -= 1
        finished += record.failure == nil ? 1 : 0
      }
      #expect(running <= 1, "two need more than there is")
      if update == .idle { break }
    }
    #expect(finished == files.count)
  }

  @Test("More features than a covariance can have are no matter where rows are few")
  func fewLongRows() async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(dump(rows: 3, columns: 46_341), to: "x.npy")
    let record = try #require(await Session.run([file]).record(of: file))
    #expect(record.summary?.resolvableRank == 2)
  }
}

extension TemporaryDirectory {
  /// Writes a dump of int8 zeros that takes no room on disk.
  fileprivate func writeZeros(_ shape: [Int], to name: FilePath) throws -> FilePath {
    let header = npy("|i1", shape, [])
    let file = try write(header, to: name)
    try resize(file, to: header.count + shape.reduce(1, *))
    return file
  }
}
