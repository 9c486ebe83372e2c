import LinearAlgebra

/// Where the channels of every token are among the flattened columns of an array, and what is made of them.
struct TokenLayout: Sendable {
  let pooling: TokenPooling
  /// T, or the number of positions.
  let tokenCount: Int
  /// D, or C.
  let channelCount: Int
  /// From one token, and from one channel, to the next.
  private let tokenStride, channelStride: Int

  /// Nil where rows are as they are stored: in arrays of two axes, and where they are to be flattened.
  init?(_ shape: [Int], _ pooling: TokenPooling) {
    guard pooling != .flatten, shape.count > 2 else { return nil }
    self.pooling = pooling
    if shape.count == 3 {
      (tokenCount, channelCount) = (shape[1], shape[2])
      (tokenStride, channelStride) = (shape[2], 1)
    } else {
      (tokenCount, channelCount) = (shape[2...].reduce(1, *), shape[1])
      (tokenStride, channelStride) = (1, tokenCount)
    }
  }

  /// Samples for every index of the first axis.
  var samplesPerItem: Int { pooling == .samples ? tokenCount : 1 }

  /// The indices of the first axis that these samples are made of.
  func items(of samples: Range<Int>) -> Range<Int> {
    let count = samplesPerItem
    return samples.lowerBound / count..<(samples.upperBound + count - 1) / count
  }

  /// Writes those of some samples that are made of some items.
  ///
  /// - Parameters:
  ///   - flat: the items, a flattened row each.
  ///   - items: which these are.
  ///   - channels: which are wanted.
  ///   - target: has room for all `samples`, one after another.
  func pool(
    _ flat: borrowing RowBlock, items: Range<Int>, samples: Range<Int>, channels: Range<Int>,
    into target: UnsafeMutableBufferPointer<Double>
  ) {
    let count = samplesPerItem
    let wanted = (items.lowerBound * count..<items.upperBound * count).clamped(to: samples)
    flat.values.withUnsafeBufferPointer { source in
      for sample in wanted {
        let start = (sample / count - items.lowerBound) * flat.columnCount
        let row = (sample - samples.lowerBound) * channels.count
        // Of the mean all tokens, of samples the one.
        let first = pooling == .samples ? sample % count : 0
        for (place, channel) in channels.enumerated() {
          let own = start + channel * channelStride
          if pooling == .mean {
            var sum = 0.0
            for token in 0..<tokenCount { sum += source[own + token * tokenStride] }
            target[row + place] = sum / Double(tokenCount)
          } else {
            target[row + place] = source[own + first * tokenStride]
          }
        }
      }
    }
  }
}
