import Analysis

/// Records in groups by one quantity or text: each distinct value where these are few, ranges of values where they are many.
struct Grouping {
  struct Group {
    var title: String
    /// Places among the records.
    var members: [Int]
    /// Whether these are what has no value, or what is left over: no kind of their own.
    var isRest = false
  }

  let groups: [Group]

  /// As many as themes have styles to tell apart.
  static let greatestCount = 6
  /// Ranges of equal numbers of records.
  private static let rangeCount = 5

  /// - Parameter greatestCount: how many groups of one text there may be before the others share one.
  init(_ records: [AnalysisRecord], by quantity: Quantity?, greatestCount: Int = Self.greatestCount) {
    guard let quantity else {
      groups = [Group(title: "models", members: Array(records.indices))]
      return
    }
    let numbers = records.map { quantity.value(of: $0) }
    let known = numbers.compactMap { $0 }
    if known.isEmpty {
      groups = Self.byText(records, quantity, greatestCount)
    } else if let values = Self.values(of: known) {
      let others = numbers.indices.filter { index in numbers[index].map { !values.contains($0) } ?? false }
      groups =
        values.map { value in
          Group(
            title: "\(quantity.title) \(value.shortText)", members: numbers.indices.filter { numbers[$0] == value })
        } + (others.isEmpty ? [] : [Self.others(others, quantity)]) + Self.rest(numbers, quantity)
    } else {
      groups = Self.byRange(numbers, quantity) + Self.rest(numbers, quantity)
    }
  }

  /// The distinct values where these are few; a single record with one too many is left over, and does not put all others in ranges.
  private static func values(of known: [Double]) -> [Double]? {
    let counts = Dictionary(known.map { ($0, 1) }, uniquingKeysWith: +)
    let shared = counts.filter { $0.value > 1 }.keys
    let values = counts.count == greatestCount + 1 && shared.count == greatestCount ? Array(shared) : Array(counts.keys)
    return values.count <= greatestCount ? values.sorted() : nil
  }

  private static func others(_ members: [Int], _ quantity: Quantity) -> Group {
    Group(title: "other \(quantity.title)", members: members, isRest: true)
  }

  private static func byText(
    _ records: [AnalysisRecord], _ quantity: Quantity, _ greatestCount: Int
  ) -> [Group] {
    let texts = records.map(quantity.text)
    let names = Set(texts.compactMap { $0 }).sorted(by: NaturalOrder.precedes)
    let shown = names.count <= greatestCount ? names : Array(names.prefix(greatestCount - 1))
    let groups = shown.map { name in Group(title: name, members: texts.indices.filter { texts[$0] == name }) }
    let others = texts.indices.filter { index in texts[index].map { !shown.contains($0) } ?? false }
    return groups
      + (others.isEmpty ? [] : [Self.others(others, quantity)])
      + rest(texts, quantity)
  }

  private static func byRange(_ numbers: [Double?], _ quantity: Quantity) -> [Group] {
    let order = numbers.indices.filter { numbers[$0] != nil }.sorted { (numbers[$0] ?? 0, $0) < (numbers[$1] ?? 0, $1) }
    var groups: [Group] = []
    var start = 0
    for range in 0..<rangeCount {
      var end = order.count * (range + 1) / rangeCount
      // Equal values stay together.
      while end > start, end < order.count, numbers[order[end]] == numbers[order[end - 1]] { end += 1 }
      guard end > start, let first = numbers[order[start]], let last = numbers[order[end - 1]] else { continue }
      let title = "\(quantity.title) \(first.shortText)…\(last.shortText)"
      groups.append(Group(title: title, members: order[start..<end].sorted()))
      start = end
    }
    return groups
  }

  /// What has no value is there, too.
  private static func rest<Value>(_ values: [Value?], _ quantity: Quantity) -> [Group] {
    let members = values.indices.filter { values[$0] == nil }
    return members.isEmpty ? [] : [Group(title: "no \(quantity.title)", members: members, isRest: true)]
  }
}
