import Analysis
import SystemPackage

extension Session {
  /// A dump as it was named: a text where the file is the array, as it always was written; else file and array.
  struct DumpName: Sendable, Hashable {
    var file: String
    var array: String?
  }
}

extension Session.DumpName {
  init(_ dump: Dump.ID) { self.init(file: dump.file.string, array: dump.array) }

  var id: Dump.ID { Dump.ID(FilePath(file), array: array) }
}

extension Session.DumpName: Codable {
  private enum Key: CodingKey { case file, array }

  init(from decoder: any Decoder) throws {
    if let file = try? decoder.singleValueContainer().decode(String.self) {
      self.init(file: file)
      return
    }
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(
      file: try fields.decode(String.self, forKey: .file), array: try fields.decode(String.self, forKey: .array))
  }

  func encode(to encoder: any Encoder) throws {
    guard let array else {
      var text = encoder.singleValueContainer()
      return try text.encode(file)
    }
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(file, forKey: .file)
    try fields.encode(array, forKey: .array)
  }
}
