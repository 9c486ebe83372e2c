/// What a name says about the names beside it. It is found without looking at them, so that no order matters.
struct NameFacts {
  /// Numbers joined to words that may be settings.
  var joined: [(word: String, number: String)] = []
  /// The number behind `s`, and the rest of the name.
  var seed: (template: String, number: String)?
  var remainder = ""
  /// What the array is of, and the rest of the name.
  var content: (words: String, model: String)?
  /// The number that is all of the name.
  var number: Int?
  var hasLayer = false
  /// Whether the name is that of a module with a number, and nothing else.
  var isModule = false
  /// Whether the name is a split, and nothing else.
  var isSplit = false

  init(_ name: String, role: NameRole) {
    let reader = NameReader(name, role: role)
    for index in reader.tokens.indices where reader.isJoinedSetting(index) {
      joined.append((reader.word(index), reader.digits(index)))
    }
    if let index = reader.seedCandidate { seed = (reader.seedTemplate(index), reader.digits(index)) }
    hasLayer = reader.layer != nil
    switch role {
    case .file:
      let component = reader.component()
      remainder = component.remainder
      let words = reader.content
      if !words.isEmpty { content = (words, component.model) }
    case .directory:
      // As of a file: there such words are layers.
      let component = NameReader(name, role: .file).component()
      isModule = component.layer != nil && component.isOnlyPlace
      if reader.tokens.count == 1, reader.tokens[0].form == .number { number = reader.tokens[0].ordinal }
      isSplit = reader.tokens.count == 1 && reader.tokens[0].isWord && Split(reader.tokens[0].traits) != nil
    case .root, .array: break
    }
  }
}

/// The facts of all names at a place.
struct GatheredFacts {
  var joined = Differences()
  var seeds = Differences()
  var remainders = Differences()
  var contents = Differences()
  private var numbers: [Int: Int] = [:]
  private var greatestNumber = 0
  private var layerCount = 0
  private var moduleCount = 0
  private var splitCount = 0
  private var count = 0

  var haveLayers: Bool { layerCount > 0 }
  var areModules: Bool { count > 1 && moduleCount == count }
  /// Whether the numbers begin with 0 or 1 and have no gap.
  var areCounted: Bool {
    !numbers.isEmpty && greatestNumber == (numbers[0] == nil ? numbers.count : numbers.count - 1)
  }
  var haveSplits: Bool { splitCount > 1 }

  /// - Returns: whether the facts say something else since now about the names there.
  mutating func insert(_ facts: NameFacts, name: String) -> Bool {
    var isNews = false
    for (word, number) in facts.joined where joined.insert(number, at: word) { isNews = true }
    if let seed = facts.seed, seeds.insert(seed.number, at: seed.template) { isNews = true }
    if !facts.remainder.isEmpty, remainders.insert(name, at: facts.remainder) { isNews = true }
    if let content = facts.content, contents.insert(content.words, at: content.model) { isNews = true }
    return change(by: 1, facts) || isNews
  }

  /// - Returns: whether the facts say something else since now about the names there.
  mutating func remove(_ facts: NameFacts, name: String) -> Bool {
    var isNews = false
    for (word, number) in facts.joined where joined.remove(number, at: word) { isNews = true }
    if let seed = facts.seed, seeds.remove(seed.number, at: seed.template) { isNews = true }
    if !facts.remainder.isEmpty, remainders.remove(name, at: facts.remainder) { isNews = true }
    if let content = facts.content, contents.remove(content.words, at: content.model) { isNews = true }
    return change(by: -1, facts) || isNews
  }

  private mutating func change(by sign: Int, _ facts: NameFacts) -> Bool {
    let old = (haveLayers, areModules, haveSplits, areCounted)
    if let number = facts.number { count(number, by: sign) }
    count += sign
    if facts.hasLayer { layerCount += sign }
    if facts.isModule { moduleCount += sign }
    if facts.isSplit { splitCount += sign }
    return (haveLayers, areModules, haveSplits, areCounted) != old
  }

  private mutating func count(_ number: Int, by sign: Int) {
    let new = (numbers[number] ?? 0) + sign
    numbers[number] = new > 0 ? new : nil
    if new > 0 {
      greatestNumber = max(greatestNumber, number)
    } else if number == greatestNumber {
      greatestNumber = numbers.keys.max() ?? 0
    }
  }
}
