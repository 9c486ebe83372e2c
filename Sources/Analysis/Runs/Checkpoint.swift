/// A moment in training: an epoch, an optimiser step, or both; or one that is only named: `final`, `last`, `best`.
public struct Checkpoint: Sendable, Hashable {
  public var epoch: Int?
  public var step: Int?
  /// Where there is neither: what the checkpoint is called.
  public var moment: String?

  public init(epoch: Int? = nil, step: Int? = nil, moment: String? = nil) {
    self.epoch = epoch
    self.step = step
    self.moment = moment
  }

  /// The last one comes after all; of the best it is not known when it was.
  private var order: Int { moment == nil ? 1 : moment == "best" ? 0 : 2 }
}

extension Checkpoint: Comparable {
  /// Orders by epoch, then by step; what is missing comes first, and what is called the last comes last.
  public static func < (a: Checkpoint, b: Checkpoint) -> Bool {
    (a.order, a.epoch ?? .min, a.step ?? .min) < (b.order, b.epoch ?? .min, b.step ?? .min)
  }
}

extension Checkpoint: CustomStringConvertible {
  /// `epoch 8`, `step 1000` or `epoch 3, step 1000`.
  public var description: String {
    switch (epoch, step) {
    case (let epoch?, let step?): "epoch \(epoch), step \(step)"
    case (let epoch?, nil): "epoch \(epoch)"
    case (nil, let step?): "step \(step)"
    case (nil, nil): moment ?? ""
    }
  }
}
