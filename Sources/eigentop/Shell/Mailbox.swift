import CursesTerminal
import Synchronization
import WakeUps

/// Messages from any thread to one that waits with `poll`. Nothing is lost; the wake-up is given once per filling, not per message.
final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let wakeUp: EventDescriptor

  /// - Parameter wakeUp: signalled when the mailbox ceases to be empty.
  init(wakingUp wakeUp: EventDescriptor) { self.wakeUp = wakeUp }

  func post(_ message: Message) {
    let wasEmpty = messages.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    if wasEmpty { wakeUp.signal() }
  }

  /// Takes everything, in the order of posting.
  func drain() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
