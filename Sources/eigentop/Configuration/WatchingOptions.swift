import ArgumentParser

/// For every command that stays.
struct WatchingOptions: ParsableArguments {
  @Flag(help: "Look at the directories again and again, though the system would tell of changes.")
  var poll = false

  @OptionGroup var configuration: ConfigurationOptions
}
