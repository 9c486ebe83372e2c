import ArgumentParser

/// For every command that prints.
struct StreamOptions: ParsableArguments {
  @Flag(help: "Print nothing but errors on standard error: no progress, no warnings.")
  var quiet = false

  /// Takes effect while arguments are parsed, before anything is printed.
  func validate() throws { StandardStreams.isQuiet = quiet }
}
