import Glibc
import SystemPackage

/// The kernel's queue of what happened in directories and to files (inotify(7)).
final class NotificationQueue {
  struct Kinds: OptionSet {
    let rawValue: UInt32

    static let attributes = Kinds(IN_ATTRIB)
    static let created = Kinds(IN_CREATE)
    static let deleted = Kinds(IN_DELETE)
    static let movedIn = Kinds(IN_MOVED_TO)
    static let movedOut = Kinds(IN_MOVED_FROM)
    static let written = Kinds(IN_MODIFY)
    static let closed = Kinds(IN_CLOSE_WRITE)
    /// What is watched is gone from its path.
    static let selfDeleted = Kinds(IN_DELETE_SELF)
    static let selfMoved = Kinds(IN_MOVE_SELF)
    /// Nobody asks for these three; they come.
    static let overflow = Kinds(IN_Q_OVERFLOW)
    static let unwatched = Kinds(IN_IGNORED)
    static let isDirectory = Kinds(IN_ISDIR)

    static let appeared: Kinds = [.created, .movedIn]
    static let disappeared: Kinds = [.deleted, .movedOut]
    static let selfGone: Kinds = [.selfDeleted, .selfMoved, .unwatched]

    init(rawValue: UInt32) { self.rawValue = rawValue }
    private init(_ mask: CInt) { self.init(rawValue: UInt32(bitPattern: mask)) }
  }

  struct Notification {
    var watch: CInt
    var kinds: Kinds
    /// Of what it happened to in the directory; nil if to what is watched itself.
    var name: FilePath.Component?
  }

  /// Readable while there is something in the queue.
  let descriptor: CInt
  private let watchLimit: Int
  private var watches: Set<CInt> = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// - Parameter watchLimit: more watches are refused as the kernel refuses more than it allows the user.
  /// - Throws: `tooManyOpenFiles` when the user has too many such queues, or the process too many files.
  init(watchLimit: Int = .max) throws(Errno) {
    descriptor = inotify_init1(CInt(IN_CLOEXEC) | CInt(IN_NONBLOCK))
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    self.watchLimit = watchLimit
  }

  deinit { close(descriptor) }

  /// Watches what is at `path`, for `kinds` besides those that it is watched for already; returns the number of the watch.
  ///
  /// - Throws: `noSpace` when the user has too many watches; else what keeps the path from being looked at.
  func watch(_ path: FilePath, for kinds: Kinds) throws(Errno) -> CInt {
    guard watches.count < watchLimit else { throw .noSpace }
    let mask = kinds.rawValue | UInt32(bitPattern: IN_MASK_ADD) | UInt32(bitPattern: IN_EXCL_UNLINK)
    let watch = path.orHere.withPlatformString { inotify_add_watch(descriptor, $0, mask) }
    guard watch >= 0 else { throw Errno(rawValue: errno) }
    watches.insert(watch)
    return watch
  }

  func unwatch(_ watch: CInt) {
    guard watches.remove(watch) != nil else { return }
    _ = inotify_rm_watch(descriptor, watch)
  }

  /// Takes all that is in the queue, in the order in which it happened; of equal notifications only the first, because
  /// they say only where to look. Never waits.
  func drain() -> [Notification] {
    var notifications: [Notification] = []
    var taken: Set<Record> = []
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return notifications }
      buffer.withUnsafeBytes { bytes in
        Self.forEachRecord(in: UnsafeRawBufferPointer(rebasing: bytes[..<count])) { record in
          guard taken.insert(record).inserted else { return }
          notifications.append(record.notification)
          if record.mask & Kinds.unwatched.rawValue != 0 { watches.remove(record.watch) }
        }
      }
    }
  }

  private static func forEachRecord(in bytes: UnsafeRawBufferPointer, _ body: (Record) -> Void) {
    let header = MemoryLayout<inotify_event>.size
    var offset = 0
    while offset + header <= bytes.count {
      let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      body(Record(watch: event.wd, mask: event.mask, name: [UInt8](bytes[(offset + header)...].prefix(Int(event.len)))))
      offset += header + Int(event.len)
    }
  }
}

/// A notification as the kernel writes it.
private struct Record: Hashable {
  var watch: CInt
  var mask: UInt32
  /// Padded with zeros; empty if it is about what is watched itself.
  var name: [UInt8]

  var notification: NotificationQueue.Notification {
    let component = name.withUnsafeBytes { bytes -> FilePath.Component? in
      guard bytes.last == 0 else { return nil }
      return bytes.withMemoryRebound(to: CChar.self) { characters in
        characters.baseAddress.flatMap(FilePath.Component.init(platformString:))
      }
    }
    return NotificationQueue.Notification(
      watch: watch, kinds: NotificationQueue.Kinds(rawValue: mask), name: component)
  }
}
