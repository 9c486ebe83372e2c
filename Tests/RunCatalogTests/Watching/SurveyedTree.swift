import FileFixtures
import Glibc
import SystemPackage
import TensorFiles
import Testing

@testable import RunCatalog

/// A directory that is surveyed, and what a reader of the events knows of it.
final class SurveyedTree {
  let directory: TemporaryDirectory
  let root: FilePath
  let control: SurveyControl
  private(set) var surveyor: Surveyor
  /// All that was told.
  private(set) var told: [SurveyEvent] = []
  /// The array files as the events have them.
  private(set) var files: [FilePath: FileIdentity] = [:]

  /// - Parameter roots: names in the directory; empty for the directory itself.
  init(
    _ directory: TemporaryDirectory? = nil, roots: [FilePath] = [""], options: SurveyOptions = .prompt,
    openQueue: () throws(Errno) -> NotificationQueue = { () throws(Errno) in try NotificationQueue() }
  ) throws {
    let directory = try directory ?? TemporaryDirectory()
    self.directory = directory
    let paths = roots.map { $0.isEmpty ? directory.path : directory.path.pushing($0) }
    root = try #require(paths.first)
    control = try SurveyControl()
    surveyor = Surveyor(roots: paths, options: options, control: control, openQueue: openQueue)
  }

  var nextInstant: ContinuousClock.Instant? { surveyor.nextInstant }

  func path(_ name: FilePath) -> FilePath { directory.path.pushing(name) }

  /// One call of `next`.
  @discardableResult
  func next(until deadline: ContinuousClock.Instant? = .now) -> [SurveyEvent]? {
    let events = surveyor.next(until: deadline)
    events?.forEach(take)
    return events
  }

  /// Everything that follows from what has been done so far. The second time that there is nothing, a poll has begun
  /// and ended in between.
  @discardableResult
  func rest() -> [SurveyEvent] {
    var events: [SurveyEvent] = []
    var emptyCount = 0
    while emptyCount < 2, let portion = next() {
      emptyCount = portion.isEmpty ? emptyCount + 1 : 0
      events += portion
    }
    return events
  }

  /// Everything up to an event, for which it waits.
  @discardableResult
  func wait(for isAwaited: (SurveyEvent) -> Bool) throws -> [SurveyEvent] {
    var events: [SurveyEvent] = []
    let deadline = ContinuousClock.now + .seconds(60)
    while !events.contains(where: isAwaited) {
      try #require(ContinuousClock.now < deadline, "waited in vain after \(events)")
      events += next(until: deadline) ?? []
    }
    return events
  }

  /// What was told about array files, as `found a.npy`, relative to the directory.
  func changes(_ events: [SurveyEvent]) -> [String] {
    events.compactMap { event in
      switch event {
      case .found(let state): "found \(relative(state.path))"
      case .changed(let state): "changed \(relative(state.path))"
      case .vanished(let path): "vanished \(relative(path))"
      default: nil
      }
    }
  }

  /// The array files that are there now.
  func present() -> [FilePath: FileIdentity] { arrayFiles(below: root) }

  private func relative(_ path: FilePath) -> String {
    var path = path
    return path.removePrefix(directory.path) ? path.string : "not below: \(path)"
  }

  private func take(_ event: SurveyEvent) {
    told.append(event)
    switch event {
    case .found(let state):
      #expect(files.updateValue(state.identity, forKey: state.path) == nil, "found twice: \(state.path)")
    case .changed(let state):
      let before = files.updateValue(state.identity, forKey: state.path)
      #expect(before != nil && before != state.identity, "did not change: \(state.path)")
    case .vanished(let path):
      #expect(files.removeValue(forKey: path) != nil, "was not there: \(path)")
    default: break
    }
  }
}

extension SurveyOptions {
  /// Tells at once.
  static let prompt = SurveyOptions(clockPause: .milliseconds(1) ... .milliseconds(4), holdOff: .zero)
  /// Looks at everything with every call.
  static let polling = SurveyOptions(method: .polling, pollingPause: .zero ... .zero, holdOff: .zero)
}

extension TemporaryDirectory {
  func append(_ text: String = "more", to name: FilePath) throws {
    let descriptor = try FileDescriptor.open(path.pushing(name), .writeOnly, options: .append)
    try descriptor.closeAfter { _ = try descriptor.writeAll(text.utf8) }
  }

  /// Renames what is called `name`, over what there is of the new name.
  func rename(_ name: FilePath, to newName: FilePath) throws {
    let result = path.pushing(name).withPlatformString { old in
      path.pushing(newName).withPlatformString { Glibc.rename(old, $0) }
    }
    if result != 0 { throw Errno(rawValue: errno) }
  }
}
