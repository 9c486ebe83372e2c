/// What a dump was read from, and in which state: one file, or its shards in their order.
public struct SourceIdentity: Sendable, Hashable {
  /// In the order of their rows.
  public let files: [FileIdentity]

  public init(files: [FileIdentity]) { self.files = files }

  public init(_ file: FileIdentity) { files = [file] }
}
