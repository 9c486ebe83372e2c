/// What a sample and its features are in an array of more than two axes. Which axis holds the channels, its shape alone does not tell; it is
/// taken for N × T × D, tokens before channels, where there are three axes, and for N × C × H × W, channels before positions as PyTorch has
/// them, where there are four or more.
public enum TokenPooling: String, Sendable, CaseIterable {
  /// All that belongs to an index of the first axis is one sample: its features are all other axes in C order.
  case flatten
  /// A feature of a sample is the mean of a channel over all tokens or positions.
  case mean
  /// The features of a sample are the channels of its first token, the class token of many transformers. Of maps there is none.
  case first
  /// Every token or position is a sample of its own, those of one index of the first axis one after another.
  case samples
}
