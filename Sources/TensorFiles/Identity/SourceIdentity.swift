public import LinearAlgebra

/// What a dump was read from, and in which state: one file, or its shards in their order.
public struct SourceIdentity: Sendable, Hashable {
  /// In the order of their rows.
  public let files: [FileIdentity]
  /// Which array of the file, where it holds several.
  public let array: String?
  /// What was made of their axes: other features are another source.
  public let tokens: TokenPooling

  public init(files: [FileIdentity], array: String? = nil, tokens: TokenPooling = .flatten) {
    self.files = files
    self.array = array
    self.tokens = tokens
  }

  public init(_ file: FileIdentity) { self.init(files: [file]) }
}
