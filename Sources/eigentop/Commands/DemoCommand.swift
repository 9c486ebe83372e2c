import ArgumentParser
import Foundation

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Watch the sample sweep being trained once more, in a temporary directory.",
    discussion: """
      Copies results of real training, checkpoint by checkpoint, into a directory of its own below the system's temporary one, and \
      opens the dashboard on it. The directory is removed at the end, whatever ends it.
      """)

  @Option(help: ArgumentHelp("How many times as fast.", valueName: "factor"))
  var speed = 1.0

  @OptionGroup var appearance: AppearanceOptions

  func validate() throws {
    guard speed.isFinite, speed > 0 else { throw ValidationError("--speed takes a number greater than 0") }
  }

  func run() throws {
    guard let samples = SharedFiles.sample else {
      StandardStreams.printError("eigentop: the sample data are not where the program is")
      throw ExitCode(2)
    }
    let replay = try DemoReplay(samples)
    let directory = try EphemeralDirectory(prefix: "eigentop-demo")
    Thread.detachNewThread { [speed] in
      // Where the disk is full, or the directory is taken away, the training ends early, as any would.
      try? replay.write(to: directory, speed: speed)
    }
    var dashboard = try DashboardCommand.parse([directory.url.path, "--no-cache", "--no-session"])
    dashboard.appearance = appearance
    let outcome = Result { try dashboard.openDashboard() }
    directory.remove()
    try outcome.get()
    leaveAtOnce(status: 0)
  }
}
