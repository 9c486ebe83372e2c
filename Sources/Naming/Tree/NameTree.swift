/// The names of all arrays below a root, and what they mean.
///
/// What a name means may depend on those beside it, never on the order in which they came: the same tree gives the same
/// answers. Names are read when they are asked for; a file that comes or goes costs time for its own name, and tells the
/// directories in which others have to be asked again (``takeChanged()``).
package struct NameTree: Sendable {
  struct Directory: Sendable {
    var name: String
    var parent: Int?
    var depth: Int
    var children: [String: Int] = [:]
    /// Files with how many arrays they have.
    var files: [String: Int] = [:]
    /// Of the files.
    var fileFacts = GatheredFacts()
    /// Of the directories.
    var childFacts = GatheredFacts()
    /// The root, the directories on the way, and this one; nil if they have to be read.
    var components: [NameComponent]?
    /// Whether anybody was told what names in it or below mean.
    var wasAsked = false
  }

  /// The root is the first. Those without files stay, and say nothing.
  private(set) var directories: [Directory]
  /// Facts of the names of all directories of a depth.
  private var levels: [GatheredFacts] = []
  private var changed: Set<Int> = []
  /// The directory that was looked for last.
  private var latest: (way: String, directory: Int)?

  /// - Parameter root: name of the directory that was opened.
  package init(root: String) {
    directories = [Directory(name: root, parent: nil, depth: 0)]
  }

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - path: relative to the root, components separated by slashes.
  ///   - arrayCount: how many arrays of features the file has.
  package mutating func insert(_ path: String, arrayCount: Int = 1) {
    let (way, file) = Self.split(path)
    guard !file.isEmpty else { return }
    let directory = find(way, creating: true) ?? 0
    let old = directories[directory].files.updateValue(arrayCount, forKey: file)
    if let old {
      if (old > 1) != (arrayCount > 1) { noteChange(in: directory) }
      return
    }
    if directories[directory].fileFacts.insert(NameFacts(FileName.stem(file), role: .file), name: file) {
      noteChange(in: directory)
    }
  }

  /// Removes a file; directories without files say nothing any more.
  package mutating func remove(_ path: String) {
    let (way, file) = Self.split(path)
    guard let directory = find(way, creating: false),
      directories[directory].files.removeValue(forKey: file) != nil
    else { return }
    if directories[directory].fileFacts.remove(NameFacts(FileName.stem(file), role: .file), name: file) {
      noteChange(in: directory)
    }
    removeEmpty(directory)
  }

  /// What the names on the way to a file say, also of one that was not inserted.
  ///
  /// - Parameter array: name of the array, of a file that has names for them.
  package mutating func meaning(of path: String, array: String? = nil) -> NameMeaning {
    let (way, file) = Self.split(path)
    var siblings = NameSiblings()
    var components: [NameComponent]
    var arrayCount = 1
    if let directory = find(way, creating: false) {
      components = self.components(of: directory)
      noteQuestion(in: directory)
      let facts = directories[directory].fileFacts
      siblings.joined = facts.joined
      siblings.seeds = facts.seeds
      siblings.remainders = facts.remainders
      siblings.contents = facts.contents
      siblings.haveLayers = facts.haveLayers
      arrayCount = directories[directory].files[file] ?? 1
    } else {
      components = [component(directories[0].name, role: .root)]
      for name in Self.names(way) { components.append(component(name, role: .directory)) }
    }
    components.append(NameReader(FileName.stem(file), role: .file, siblings: siblings).component())
    if let array {
      components.append(
        NameReader(array, role: .array, siblings: NameSiblings(isOneOfSeveralArrays: arrayCount > 1)).component())
    }
    return NameMeaning(components)
  }

  /// Directories, relative to the root, in which files have to be asked again, and below: what names beside them say has
  /// changed since somebody asked.
  package mutating func takeChanged() -> [String] {
    defer { changed = [] }
    return changed.map(path).sorted()
  }

  /// Cuts off the last component.
  private static func split(_ path: String) -> (way: Substring, file: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (path[..<slash], String(path[path.utf8.index(after: slash)...]))
  }

  /// The components, by bytes: taking characters apart takes longer than all the rules.
  private static func names(_ way: Substring) -> [String] {
    way.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  private func path(of directory: Int) -> String {
    var names: [String] = []
    var place = directory
    while let parent = directories[place].parent {
      names.append(directories[place].name)
      place = parent
    }
    return names.reversed().joined(separator: "/")
  }
}

extension NameTree {
  private mutating func find(_ way: Substring, creating: Bool) -> Int? {
    // Files come a directory at a time.
    if let latest, latest.way == way { return latest.directory }
    var place = 0
    for name in Self.names(way) {
      if let child = directories[place].children[name] {
        place = child
      } else {
        guard creating else { return nil }
        place = addDirectory(name, in: place)
      }
    }
    latest = (String(way), place)
    return place
  }

  private mutating func addDirectory(_ name: String, in parent: Int) -> Int {
    let new = directories.count
    let depth = directories[parent].depth + 1
    directories.append(Directory(name: name, parent: parent, depth: depth))
    directories[parent].children[name] = new
    if levels.count < depth { levels.append(GatheredFacts()) }
    let facts = NameFacts(name, role: .directory)
    if levels[depth - 1].insert(facts, name: name) { forgetLevel(depth) }
    if directories[parent].childFacts.insert(facts, name: name) { forgetChildren(of: parent) }
    return new
  }

  private mutating func removeEmpty(_ directory: Int) {
    latest = nil
    var place = directory
    while directories[place].files.isEmpty, directories[place].children.isEmpty,
      let parent = directories[place].parent
    {
      let name = directories[place].name
      let depth = directories[place].depth
      let facts = NameFacts(name, role: .directory)
      directories[parent].children[name] = nil
      changed.remove(place)
      if levels[depth - 1].remove(facts, name: name) { forgetLevel(depth) }
      if directories[parent].childFacts.remove(facts, name: name) { forgetChildren(of: parent) }
      place = parent
    }
  }

  private mutating func noteChange(in directory: Int) {
    if directories[directory].wasAsked { changed.insert(directory) }
  }

  private mutating func noteQuestion(in directory: Int) {
    var place: Int? = directory
    while let index = place, !directories[index].wasAsked {
      directories[index].wasAsked = true
      place = directories[index].parent
    }
  }

  private mutating func forgetLevel(_ depth: Int) {
    for index in directories.indices where directories[index].depth >= depth {
      directories[index].components = nil
      if directories[index].depth == depth, isThere(index) { noteChange(in: index) }
    }
  }

  private mutating func forgetChildren(of parent: Int) {
    var pending = Array(directories[parent].children.values)
    pending.forEach { noteChange(in: $0) }
    while let index = pending.popLast() {
      directories[index].components = nil
      pending += directories[index].children.values
    }
  }

  /// Whether a directory has not been removed.
  private func isThere(_ index: Int) -> Bool {
    guard let parent = directories[index].parent else { return true }
    return directories[parent].children[directories[index].name] == index
  }

  private mutating func components(of directory: Int) -> [NameComponent] {
    if let known = directories[directory].components { return known }
    let name = directories[directory].name
    var components: [NameComponent] = []
    if let parent = directories[directory].parent {
      components = self.components(of: parent)
      let level = levels[directories[directory].depth - 1]
      var siblings = NameSiblings(joined: level.joined, seeds: level.seeds)
      siblings.areModules = directories[parent].childFacts.areModules
      siblings.haveSplits = directories[parent].childFacts.haveSplits
      siblings.areCounted = directories[parent].childFacts.areCounted
      siblings.isBelowSweep = components.last?.isSweep ?? false
      components.append(NameReader(name, role: .directory, siblings: siblings).component())
    } else {
      components.append(component(name, role: .root))
    }
    directories[directory].components = components
    return components
  }

  private func component(_ name: String, role: NameRole) -> NameComponent { NameReader(name, role: role).component() }
}

extension NameComponent {
  /// Whether directories below may be jobs of a sweep: the name is a date or a time, or says so.
  var isSweep: Bool {
    !parts.isEmpty && role == .directory
      && (parts.allSatisfy { $0.rule == .date || $0.rule == .time }
        || parts.allSatisfy { $0.kind == .word && WordTraits.of($0.text.lowercased()).has(.sweep) })
  }
}
