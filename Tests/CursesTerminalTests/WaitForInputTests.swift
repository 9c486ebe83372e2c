import CursesTerminal
import Foundation
import Glibc
import Testing
import WakeUps

@Suite("Waiting for input")
struct WaitForInputTests {
  private func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(Glibc.pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  @Test("A key and a signalled event are both reported")
  func both() throws {
    let (reading, writing) = try pipe()
    defer { [reading, writing].forEach { close($0) } }
    let event = try EventDescriptor()
    event.signal()
    event.signal()
    #expect(write(writing, "x", 1) == 1)
    #expect(waitForInput(terminal: reading, event: event) == [.terminalReadable, .eventSignalled])
    event.drain()
    #expect(waitForInput(terminal: reading, event: event) == .terminalReadable)
  }

  @Test("An event signalled by another thread wakes")
  func otherThread() throws {
    let (reading, writing) = try pipe()
    defer { [reading, writing].forEach { close($0) } }
    let event = try EventDescriptor()
    // A thread of its own: all of the tests' may be waiting.
    Thread.detachNewThread { event.signal() }
    #expect(waitForInput(terminal: reading, event: event) == .eventSignalled)
  }

  @Test("A closed writing end is a lost terminal, and so is a file at its end")
  func endOfInput() throws {
    let (reading, writing) = try pipe()
    defer { close(reading) }
    close(writing)
    let event = try EventDescriptor()
    #expect(waitForInput(terminal: reading, event: event) == .terminalHungUp)
    let empty = open("/dev/null", O_RDONLY)
    defer { close(empty) }
    #expect(waitForInput(terminal: empty, event: event) == .terminalHungUp)
  }

  @Test("A deadline that has passed returns at once, with nothing")
  func deadline() throws {
    let (reading, writing) = try pipe()
    defer { [reading, writing].forEach { close($0) } }
    #expect(waitForInput(terminal: reading, event: try EventDescriptor(), until: .now - .seconds(1)) == [])
    // Something else that can be read is told besides.
    let other = try EventDescriptor()
    other.signal()
    #expect(
      waitForInput(terminal: reading, event: try EventDescriptor(), other: other.fileDescriptor) == .otherReadable)
  }
}
