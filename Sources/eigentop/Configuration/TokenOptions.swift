import ArgumentParser
import LinearAlgebra

/// What becomes of arrays of more than two axes.
struct TokenOptions: ParsableArguments {
  @Option(
    name: .customLong("tokens"),
    help: ArgumentHelp(
      """
      Samples and features of arrays of more than two axes, N × tokens × D or N × C × H × W. flatten: all axes but the first are features; \
      mean: over tokens or positions; first: the first token; samples: every token is a sample. (default: flatten)
      """, valueName: "pooling"))
  var given: TokenPooling?

  var pooling: TokenPooling { given ?? .flatten }
}
