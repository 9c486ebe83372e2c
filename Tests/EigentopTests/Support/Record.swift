/// A record as a reader of the documentation would decode it.
struct Record: Decodable {
  struct Checkpoint: Decodable, Equatable {
    var epoch: Int?
    var step: Int?
  }

  struct Fit: Decodable {
    var estimator: String
    var first: Int
    var last: Int
    var intercept: Double?
    var rSquared: Double?
    var accepted: Bool
    var standardError: Double?
    var interval: [Double]?
  }

  struct Uncertainty: Decodable {
    struct AlphaAtSampleCount: Decodable {
      var sampleCount: Int
      var alpha: Double?
    }
    struct Interval: Decodable {
      var standardError: Double
      var interval: [Double]
    }
    struct Objects: Decodable {
      var kind: String
      var count: Int
    }
    var method: String
    var groups: Int
    var objects: Objects
    var confidence: Double
    var measures: [String: Interval]
    var alphaBySampleCount: [AlphaAtSampleCount]
  }

  struct RangeGrid: Decodable {
    var first: [Int]
    var last: [Int]
    var alpha: [[Double?]]
  }

  struct BenignEffectiveRanks: Decodable {
    var r: [Double]
    var R: [Double]
  }

  struct Notice: Decodable {
    var code: String
    var message: String
  }

  var path: String
  var run: String
  var checkpoint: Checkpoint?
  var hyperparameters: [String: Double]
  var seed: Int?
  var metrics: [String: Double]
  var sampleCount: Int?
  var featureCount: Int?
  var dataType: String?
  var nonFiniteRows: Int?
  var alpha: Double?
  var fit: Fit?
  var effectiveRank: Double?
  var participationRatio: Double?
  var stableRank: Double?
  var conditionNumber: Double?
  var selfCluster: Double?
  var uncertainty: Uncertainty?
  var alphaByRange: RangeGrid?
  var benignEffectiveRanks: BenignEffectiveRanks?
  var precision: String?
  var resolvableRank: Int?
  var totalVariance: Double?
  var eigenvalues: [Double]?
  var warnings: [Notice]
  var error: Notice?
}
