/// Class labels of rows, numbered from 0 in ascending order of the labels.
public struct ClassLabels: Sendable, Equatable {
  /// The distinct labels, ascending.
  public let labels: [Int]
  /// The number of each row's class, an index of `labels`.
  public let classes: [Int]

  /// Any integers. Throws `tooFewClasses` where fewer than two are distinct.
  public init(_ labelsOfRows: [Int]) throws(ProbeError) {
    let distinct = Set(labelsOfRows).sorted()
    guard distinct.count >= 2 else { throw .tooFewClasses(distinct.count) }
    let numbers = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    labels = distinct
    classes = labelsOfRows.compactMap { numbers[$0] }
  }

  /// The numbers of other rows' classes. Throws `missingInTraining` for a label that is not among these.
  func classes(of labelsOfRows: [Int]) throws(ProbeError) -> [Int] {
    let numbers = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
    var result: [Int] = []
    result.reserveCapacity(labelsOfRows.count)
    for label in labelsOfRows {
      guard let number = numbers[label] else { throw .missingInTraining(label: label) }
      result.append(number)
    }
    return result
  }
}
