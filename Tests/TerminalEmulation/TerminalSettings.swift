import Glibc

/// All that `termios` holds, comparable.
public struct TerminalSettings: Sendable, Hashable {
  public var input: UInt32
  public var output: UInt32
  public var control: UInt32
  public var local: UInt32
  public var characters: [UInt8]

  init(_ settings: termios) {
    input = settings.c_iflag
    output = settings.c_oflag
    control = settings.c_cflag
    local = settings.c_lflag
    characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
  }

  /// Whether the terminal passes lines on, after editing (its state outside of full-screen programs).
  public var isCanonical: Bool { local & UInt32(ICANON) != 0 }
}
