import CNcurses
import Glibc
import TerminalCells

/// What the system knows of the kind of terminal that `TERM` names. Nothing is drawn or asked.
public struct TerminalDescription: Sendable {
  /// How many colours it has.
  public let colorDepth: ColorDepth
  /// Whether the entries of its palette can be redefined.
  public let redefinesColors: Bool
  /// Whether it would be asked what only it can say: its background, and whether it knows synchronised updates.
  public let answersQuestions: Bool

  /// - Throws: why there is no such description, or why it is of no use.
  public init() throws(TerminalError) {
    try CursesTerminal.checkType()
    colorDepth = ColorDepth(colorCount: Int(tigetnum("colors")))
    redefinesColors = tigetflag("ccc") == 1
    answersQuestions = TerminalKind.answersQuestions
    eigentop_forget_terminal_type()
  }
}
