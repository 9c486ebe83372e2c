/// What the manual page says that no table of the program knows.
enum ManualText {
  /// Sections of terms with what they mean.
  static let lists: [(title: String, entries: [(term: String, meaning: String)])] = [
    (
      "Exit status",
      [
        ("0", "All good."),
        (
          "1",
          "Some input failed, or was not reached before Ctrl-C; each is named on standard error, the rest is printed."
        ),
        ("2", "Nothing could be analysed, or there is no terminal to draw on."),
        ("64", "Wrong usage."),
      ]
    ),
    (
      "Environment",
      [
        ("TERM, COLORFGBG", "What the terminal can show, and whether its background is dark."),
        ("NO_COLOR", "Draw without colours where it is set and not empty."),
        ("LC_ALL, LC_CTYPE, LANG", "Whether curves are drawn in braille, or everything in ASCII."),
        (
          "XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_STATE_HOME",
          "Where the files below are; ~/.config, ~/.cache and ~/.local/state where they are not set."
        ),
        ("TMPDIR", "Where eigentop demo trains."),
      ]
    ),
    (
      "Files",
      [
        (
          "$XDG_CONFIG_HOME/eigentop/config.toml",
          "The configuration, in tables alert, analysis, cache, keys, settings."
        ),
        ("$XDG_CONFIG_HOME/eigentop/settings.toml", "What was set in the dashboard. The program's own."),
        ("$XDG_CONFIG_HOME/eigentop/themes/*.toml", "Themes of one's own, which win over those that come with it."),
        ("$XDG_CACHE_HOME/eigentop/results.sqlite", "Results; can be deleted at any time. See eigentop cache."),
        ("$XDG_STATE_HOME/eigentop/sessions", "Where each list of directories was left."),
        ("<prefix>/share/eigentop", "Themes, the sample data, and the writer for trainers in Python."),
        ("<prefix>/share/doc/eigentop", "What the numbers are, with sources; JSON schemas of all that --json prints."),
      ]
    ),
  ]

  static let examples: [(meaning: String, lines: [String])] = [
    ("The dashboard on some training runs:", ["eigentop runs/"]),
    (
      "α of every dump with its 95 % interval, as JSON:",
      ["eigentop analyze runs/ --json --uncertainty | jq '.[] | [.path, .alpha, .fit.interval]'"]
    ),
    (
      "Which models to train a probe on next, and what that would have saved on an old sweep:",
      ["eigentop select runs/", "eigentop select old-runs/ --replay"]
    ),
    ("A line for every event, in the log of a cluster's job:", ["eigentop watch runs/ --json >>events.jsonl"]),
  ]

  static let seeAlso = [
    "Agrawal, Mondal, Ghosh, Richards: α-ReQ: Assessing Representation Quality in Self-Supervised Learning by measuring "
      + "eigenspectrum decay. NeurIPS 2022."
  ]
}
