/// When in training an array was taken.
package struct Moment: Sendable, Hashable {
  package var epoch: Int?
  package var step: Int?
  /// `last`, `final`, `best` or `latest`, in lower case.
  package var name: String?

  package init(epoch: Int? = nil, step: Int? = nil, name: String? = nil) {
    self.epoch = epoch
    self.step = step
    self.name = name
  }

  /// Whether the moment has a number.
  package var isNumbered: Bool { epoch != nil || step != nil }
}
