import CNcurses
import Glibc

/// What the type of a terminal says about the questions it can be asked.
enum TerminalKind {
  /// Whether it plausibly knows how questions look, so that they neither appear on it as text nor remain unanswered.
  /// After `setupterm`.
  ///
  /// Terminfo marks those of xterm's kind as XT; others of today have many colours. GNU screen passes no answers on, tmux
  /// (whose type may be screen's) gives its own.
  static var answersQuestions: Bool {
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
    if type.hasPrefix("tmux") || getenv("TMUX") != nil { return true }
    return !type.hasPrefix("screen") && (tigetflag("XT") == 1 || tigetnum("colors") >= 88)
  }
}
