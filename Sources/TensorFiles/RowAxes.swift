internal import SystemPackage

/// Which axes of an array number its rows.
public enum RowAxes: Sendable {
  /// Every element of the first axis is a row, whatever the axes behind it, which are flattened to its features.
  case firstAxis
  /// Views: an array of n objects × q views × D features has n · q rows, the views of an object one after the other.
  case firstTwoAxes

  /// Number of rows that an element of the first axis is.
  /// - Throws: the reason why an array of this shape has not the rows and columns that an analysis needs.
  func viewCount(in header: ArrayHeader, of path: FilePath) throws(TensorFileError) -> Int {
    let shape = header.shape
    guard shape.count >= 2 else {
      let found = shape.isEmpty ? "a single number" : "one axis"
      throw TensorFileError(.tooFewAxes, in: path, "\(found); rows and columns expected")
    }
    guard self == .firstAxis || shape.count == 3 else {
      throw TensorFileError(
        shape.count < 3 ? .tooFewAxes : .tooManyAxes, in: path,
        "\(shape.count) axes; objects, views and features expected")
    }
    guard !shape.contains(0) else {
      throw TensorFileError(.empty, in: path, "no elements: an axis of length 0")
    }
    let viewCount = self == .firstAxis ? 1 : shape[1]
    guard header.rowCount > 1 else {
      let found = self == .firstAxis ? "one row" : "one object"
      throw TensorFileError(.oneRow, in: path, "\(found); a covariance needs at least two")
    }
    guard self == .firstAxis || viewCount > 1 else {
      throw TensorFileError(
        .oneView, in: path, "one view of every object; a variance within objects needs at least two")
    }
    guard header.columnCount / viewCount > 1 else {
      throw TensorFileError(.oneColumn, in: path, "one column; a spectrum needs at least two")
    }
    return viewCount
  }
}
