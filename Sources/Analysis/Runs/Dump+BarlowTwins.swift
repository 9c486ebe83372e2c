import Glibc

extension Dump {
  /// What runs call λ, the weight of the redundancy in the loss of Barlow Twins, the first that there is.
  static let redundancyWeightNames = ["lambd", "lambda", "lmbda", "lambda_bt", "lambd_bt", "redundancy_weight"]
  /// What they call d, the width of the projector's output.
  static let projectorWidthNames = ["pdim", "proj_dim", "projection_dim", "projector_dim", "projector_width"]
  /// What their logs call the loss.
  static let lossNames = ["train_loss", "loss"]

  /// λ of the loss of Barlow Twins, as the settings of the run say it; finite and not negative.
  public var redundancyWeight: Double? {
    Self.redundancyWeightNames.lazy.compactMap { hyperparameters[$0]?.number }.first { $0.isFinite && $0 >= 0 }
  }

  /// ln(L)/d of the logged loss, by which the α-ReQ paper compares projectors of different widths: of runs whose settings name a
  /// weight λ and a width, as those of Barlow Twins do.
  var logarithmOfLossPerDimension: Double? {
    guard redundancyWeight != nil,
      let loss = Self.lossNames.lazy.compactMap({ metrics[$0]?.value }).first, loss.isFinite, loss > 0,
      let width = Self.projectorWidthNames.lazy.compactMap({ hyperparameters[$0]?.number }).first, width >= 1
    else { return nil }
    return log(loss) / width
  }
}
