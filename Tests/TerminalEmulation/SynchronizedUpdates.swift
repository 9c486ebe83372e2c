/// Mode 2026, which libvterm does not know: a program asks for it once, then sets it before a frame and resets it after.
struct SynchronizedUpdates {
  /// A frame has begun and not ended.
  private(set) var isUpdating = false
  /// How many frames have ended.
  private(set) var completedCount = 0
  /// The end of what came before: a sequence may come in pieces.
  private var tail: [UInt8] = []

  private static let mode = Array("\u{1b}[?2026".utf8)

  /// What another says of its modes, but for this one.
  static func leavingOutDenials(in answers: [UInt8]) -> [UInt8] {
    let denial = mode + ";0$y".utf8
    guard let range = answers.firstRange(of: denial) else { return answers }
    return Array(answers[..<range.lowerBound] + answers[range.upperBound...])
  }

  /// Takes in what the program wrote, and answers its question.
  mutating func receive(_ bytes: [UInt8]) -> [UInt8] {
    var answer: [UInt8] = []
    for byte in bytes {
      if tail == Self.mode {
        switch byte {
        case UInt8(ascii: "h"): isUpdating = true
        case UInt8(ascii: "l"):
          completedCount += isUpdating ? 1 : 0
          isUpdating = false
        case UInt8(ascii: "$"): answer = Self.mode + ";2$y".utf8
        default: break
        }
      }
      tail = byte == Self.mode[0] ? [byte] : tail.count < Self.mode.count ? tail + [byte] : []
      if !Self.mode.starts(with: tail) { tail = [] }
    }
    return answer
  }
}
