import Analysis
import AnalysisEngine
import FileFixtures
import Foundation
import LinearAlgebra
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@Suite("Two files that are views of the same samples")
struct ViewPairTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// A `.npy` file of float64.
  private func write(_ rows: [[Double]], to name: FilePath) throws -> FilePath {
    try directory.write(float64(rows), to: name)
  }

  private func rows(_ count: Int, _ columns: Int, seed: UInt64) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return generator.powerLawRows(count, features: columns)
  }

  @Test("Files of more rows than a block come to what their rows come to at once")
  func blocks() throws {
    let (a, b) = (rows(1_300, 3, seed: 1), rows(1_300, 3, seed: 2))
    let (first, second) = try (write(a, to: "a.npy"), write(b, to: "b.npy"))
    var counts: [Int] = []
    let moments = try ViewPair.crossMoments(first, second) { done, count in
      #expect(count == 1_300)
      counts.append(done)
    }
    #expect(counts.count > 1 && counts.last == 1_300)
    var sums = try CrossMomentsAccumulator(featureCount: 3)
    sums.add(RowBlock(rows: a), RowBlock(rows: b))
    let (found, expected) = (BarlowTwinsLoss(moments), BarlowTwinsLoss(sums.moments()))
    #expect(found.loss(lambda: 1).isClose(to: expected.loss(lambda: 1), relative: 1e-12))
  }

  @Test("Views of different shapes are refused with both", arguments: [(20, 4), (19, 5)])
  func unequal(rowCount: Int, columnCount: Int) throws {
    let first = try write(rows(20, 5, seed: 1), to: "a.npy")
    let second = try write(rows(rowCount, columnCount, seed: 1), to: "b.npy")
    #expect {
      _ = try ViewPair.crossMoments(first, second)
    } throws: { error in
      guard let failure = error as? AnalysisFailure else { return false }
      return failure.code == .unequalViews
        && failure.message == "\(first) holds 20 × 5 features, \(second) \(rowCount) × \(columnCount)"
    }
  }

  @Test("A file that cannot be read is named, whichever it is", arguments: [true, false])
  func unreadable(isFirst: Bool) throws {
    let there = try write(rows(8, 3, seed: 1), to: "a.npy")
    let missing = directory.path.appending("missing.npy")
    #expect {
      _ = isFirst ? try ViewPair.crossMoments(missing, there) : try ViewPair.crossMoments(there, missing)
    } throws: { error in
      guard let failure = error as? AnalysisFailure else { return false }
      return failure.code == .unreadable && failure.message.contains("missing.npy")
    }
  }

  @Test("What takes more memory than there is to be had is refused before it is taken")
  func memory() throws {
    let file = try write(rows(4, 200, seed: 1), to: "a.npy")
    #expect {
      _ = try ViewPair.crossMoments(file, file, memoryLimit: 100_000)
    } throws: { error in
      (error as? AnalysisFailure)?.code == .tooMuchMemory
    }
  }

  @Test(
    "The views beside a dump are two files whose names differ in nothing else, of several pairs the last",
    arguments: [
      (["embeddings_view_a.npy", "embeddings_view_b.npy", "labels.npy"], "embeddings_view_a.npy"),
      (["feats_aug0.npy", "feats_aug1.npy", "feats_aug2.npy"], "feats_aug0.npy"),
      (["e_9-view-a.npy", "e_9-view-b.npy", "e_10-view-a.npy", "e_10-view-b.npy"], "e_10-view-a.npy"),
      (["x_view_a.npy", "y_view_b.npy"], nil), (["view_a.txt", "view_b.txt"], nil), (["features.npy"], nil),
    ])
  func beside(names: [String], first: String?) throws {
    for name in names { try directory.write("", to: FilePath(name)) }
    let found = ViewPair.beside(directory.path.appending("features_epoch_8.npy"))
    #expect(found?.0 == first.map { directory.path.appending($0) })
    let other = first?.replacingOccurrences(of: "view_a", with: "view_b")
      .replacingOccurrences(of: "view-a", with: "view-b").replacingOccurrences(of: "aug0", with: "aug1")
    #expect(found?.1 == other.map { directory.path.appending($0) })
  }

  @Test("Where there is no directory there are no views")
  func nowhere() { #expect(ViewPair.beside(directory.path.appending("no/such/features.npy")) == nil) }
}
