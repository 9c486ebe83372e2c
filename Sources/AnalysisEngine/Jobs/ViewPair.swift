public import Analysis
public import LinearAlgebra
public import SystemPackage
import TensorFiles

/// Two files that hold two views of the same samples, row by row.
public enum ViewPair {
  /// Reads both in blocks of rows and accumulates their cross moments, in memory that does not depend on N.
  ///
  /// - Parameters:
  ///   - tokens: what becomes of further axes.
  ///   - memoryLimit: bytes that this may take.
  ///   - onProgress: told how many rows of how many have been read.
  /// - Throws: `unequalViews` where the shapes differ, naming both; else the reason that a file, which is named, cannot be read.
  public static func crossMoments(
    _ first: FilePath, _ second: FilePath, tokens: TokenPooling = .flatten, memoryLimit: Int = .max,
    onProgress: (Int, Int) -> Void = { _, _ in }
  ) throws(AnalysisFailure) -> CrossMoments {
    do {
      var a = try Features([first], tokens: tokens).open()
      var b = try Features([second], tokens: tokens).open()
      let (rows, columns) = (a.rowCount, a.columnCount)
      guard rows == b.rowCount, columns == b.columnCount else {
        throw AnalysisFailure(
          code: .unequalViews,
          message: "\(first) holds \(rows) × \(columns) features, \(second) \(b.rowCount) × \(b.columnCount)")
      }
      let needed = CrossMomentsAccumulator.byteCount(featureCount: columns)
      guard columns > SymmetricMatrix.greatestOrder || needed <= memoryLimit else {
        throw LinearAlgebraError.tooMuchMemory(needed: needed, limit: memoryLimit)
      }
      var moments = try CrossMomentsAccumulator(featureCount: columns)
      var (ofFirst, ofSecond) = (block(of: columns), block(of: columns))
      var done = 0
      while try a.read(into: &ofFirst), try b.read(into: &ofSecond) {
        moments.add(ofFirst, ofSecond)
        done += ofFirst.rowCount
        onProgress(done, rows)
      }
      return moments.moments()
    } catch let error as TensorFileError {
      // In the name of the file: there are two.
      throw AnalysisFailure(code: .init(error.code), message: error.description)
    } catch {
      throw AnalysisFailure(error) ?? AnalysisFailure(code: .unreadable, message: "\(error)")
    }
  }

  private static func block(of columns: Int) -> RowBlock {
    RowBlock(capacity: RowBlock.recommendedRowCount(columnCount: columns), columnCount: columns)
  }
}
