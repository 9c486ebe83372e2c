import Foundation
import PackagePlugin

/// Tells a target which commit it is built from: a file with `let builtFromCommit: String?`, written only where its text
/// changes, so that nothing is compiled anew but this target after a commit.
///
/// No prebuild command: those run only where the build is planned anew, which a commit is no reason for.
@main
struct CommitPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) -> [Command] {
    let package = context.package.directoryURL
    let sources = package.appending(path: "Sources")
    let script = sources.appending(path: "CommitPlugin/name-commit.sh")
    let output = context.pluginWorkDirectoryURL.appending(path: "Commit.swift")
    let code = context.package.targets.compactMap { $0 as? any SourceModuleTarget }
      .flatMap { $0.sourceFiles.map(\.url) }.filter { $0.path.hasPrefix(sources.path) }
    return [
      .buildCommand(
        displayName: "Naming the commit", executable: URL(filePath: "/bin/sh"),
        arguments: [script.path, package.path, output.path],
        inputFiles: [script, package.appending(path: "Package.swift")] + code + repositoryFiles(of: package),
        outputFiles: [output])
    ]
  }

  /// What git writes to when there is another commit, or another one is looked at.
  private func repositoryFiles(of package: URL) -> [URL] {
    var repository = package.appending(path: ".git")
    // In a worktree it is a file that says where the repository is.
    if let text = try? String(contentsOf: repository, encoding: .utf8), text.hasPrefix("gitdir: ") {
      let path = text.dropFirst(8).trimmingCharacters(in: .newlines)
      repository = URL(filePath: path, relativeTo: package)
    }
    return ["HEAD", "logs/HEAD", "index"].map { repository.appending(path: $0) }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
  }
}
