import CNcurses

/// The characters that reach the terminal.
public enum CharacterRepertoire: Sendable, Hashable {
  /// Everything, as UTF-8.
  case unicode
  /// ASCII alone; what is not is drawn as the ASCII character that comes nearest, in as many columns.
  case ascii

  /// What the user's locale (`LC_ALL`, `LC_CTYPE`, `LANG`) can show. Of 8-bit locales ASCII is what is the same in all.
  public static var ofLocale: CharacterRepertoire { eigentop_user_has_unicode() ? .unicode : .ascii }
}
