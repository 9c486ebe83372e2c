/// A moment in training: an epoch, an optimiser step, or both.
public struct Checkpoint: Sendable, Hashable {
  public var epoch: Int?
  public var step: Int?

  public init(epoch: Int? = nil, step: Int? = nil) {
    self.epoch = epoch
    self.step = step
  }
}

extension Checkpoint: Comparable {
  /// Orders by epoch, then by step; what is missing comes first.
  public static func < (a: Checkpoint, b: Checkpoint) -> Bool {
    (a.epoch ?? .min, a.step ?? .min) < (b.epoch ?? .min, b.step ?? .min)
  }
}

extension Checkpoint: CustomStringConvertible {
  /// `epoch 8`, `step 1000` or `epoch 3, step 1000`.
  public var description: String {
    switch (epoch, step) {
    case (let epoch?, let step?): "epoch \(epoch), step \(step)"
    case (let epoch?, nil): "epoch \(epoch)"
    case (nil, let step?): "step \(step)"
    case (nil, nil): ""
    }
  }
}
