/// Takes one name apart. Each rule stands in an extension; what one has used is left alone by those behind it.
struct NameReader {
  /// Tokens that belong together, and what they are.
  struct Group {
    var tokens: ClosedRange<Int>
    var kind: NameKind
    var rule: NamingRule
    var key: String?
    var value: NameValue?
  }

  let name: String
  let text: NameText
  let role: NameRole
  let siblings: NameSiblings
  let tokens: [NameToken]
  var groups: [Group] = []
  /// For each token its group.
  private var owners: [Int32]

  var moment: Moment?
  var seed: Int?
  var layer: String?
  var split: Split?

  /// - Parameter name: a component of a path, that of a file without its suffix; or the name of an array.
  init(_ name: String, role: NameRole, siblings: NameSiblings = NameSiblings()) {
    self.name = name
    self.role = role
    self.siblings = siblings
    text = NameText(name)
    tokens = text.tokens()
    owners = Array(repeating: -1, count: tokens.count)
    readNoise()
    readItems()
    for index in tokens.indices where isFree(index) {
      if !readOne(at: index) { readPair(at: index) }
    }
    readLeadingOrdinal()
    readNamedMoment()
    readCheckpointWords()
    readSplit()
    readJoinedNumbers()
    readSeedBesideOthers()
    readLayerBesideOthers()
    readCopy()
    readArray()
    keepTellingNoise()
    readContent()
  }

  /// Whether a file or an array has the name, which tells dumps of one run apart.
  var isInRun: Bool { role == .file || role == .array }

  func isFree(_ index: Int) -> Bool { owners[index] < 0 && !tokens[index].range.isEmpty }

  /// Whether tokens are there, and no rule has used them.
  func areFree(_ range: ClosedRange<Int>) -> Bool {
    range.upperBound < tokens.count && range.allSatisfy(isFree)
  }

  func group(of index: Int) -> Group? { owners[index] < 0 ? nil : groups[Int(owners[index])] }

  mutating func use(
    _ range: ClosedRange<Int>, as kind: NameKind, by rule: NamingRule, key: String? = nil, value: NameValue? = nil
  ) {
    groups.append(Group(tokens: range, kind: kind, rule: rule, key: key, value: value))
    let owner = Int32(truncatingIfNeeded: groups.count - 1)
    for index in range { owners[index] = owner }
  }

  /// The name from one token to another, with the separators between them as written.
  func text(_ range: ClosedRange<Int>) -> String {
    text.string(tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound].range.upperBound)
  }

  /// The letters that a token starts with, in lower case.
  func word(_ index: Int) -> String {
    text.lowercased(tokens[index].range.lowerBound..<tokens[index].lettersEnd)
  }

  func lowercased(_ index: Int) -> String { text.lowercased(tokens[index].range) }

  /// What a number behind its letters is written as.
  func digits(_ index: Int) -> String { text.string(tokens[index].lettersEnd..<tokens[index].range.upperBound) }

  /// The name with its parts.
  func component() -> NameComponent {
    NameComponent(name: name, role: role, parts: parts(), moment: moment, seed: seed, layer: layer, split: split)
  }

  private func parts() -> [NamePart] {
    var parts: [NamePart] = []
    parts.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let group = group(of: index)
      let last = group?.tokens.upperBound ?? index
      if group != nil || !tokens[index].range.isEmpty {
        parts.append(
          NamePart(
            text: text(index...last), separator: index == 0 ? nil : Unicode.Scalar(tokens[index].separator),
            kind: group?.kind ?? .word, rule: group?.rule ?? .word, key: group?.key, value: group?.value))
      }
      index = last + 1
    }
    return parts
  }

  /// Noise that is all there is to tell files apart is a word.
  private mutating func keepTellingNoise() {
    guard role == .file, siblings.remainders.count > 0, hasNoise, siblings.remainders.differ(at: remainder()) else {
      return
    }
    for index in groups.indices where groups[index].kind == .noise && groups[index].rule != .copy {
      groups[index].kind = .word
      groups[index].rule = .tellingNoise
    }
  }

  /// Words for what the array is of say nothing about the network, unless the array is of several things.
  private mutating func readContent() {
    guard isInRun, !(role == .array && siblings.isOneOfSeveralArrays) else { return }
    let free = tokens.indices.filter { isFree($0) && tokens[$0].isWord && tokens[$0].traits.has(.content) }
    for index in free { use(index...index, as: .word, by: .content) }
    guard role == .file, siblings.contents.count > 0, !free.isEmpty, siblings.contents.differ(at: model()) else {
      return
    }
    for index in groups.indices where groups[index].rule == .content { groups[index].rule = .word }
  }

  /// The words for what the array is of.
  var content: String {
    tokens.indices.filter { tokens[$0].isWord && tokens[$0].traits.has(.content) && group(of: $0)?.rule == .content }
      .map(lowercased).joined(separator: "_")
  }

  /// What is left of the name without noise and without what tells dumps of one network apart.
  func model() -> String { component().model }

  var hasNoise: Bool { groups.contains { $0.kind == .noise && $0.rule != .copy } }

  /// What is left of the name without noise.
  func remainder() -> String { component().remainder }
}
