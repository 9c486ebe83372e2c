import AnalysisStore
import SystemPackage
import Testing

@testable import eigentop

@Suite("Directories of the user")
struct BaseDirectoryTests {
  @Test(
    "Results are below XDG_CACHE_HOME, else below the home directory, else nowhere",
    arguments: [
      (["XDG_CACHE_HOME": "/x", "HOME": "/h"], "/x/eigentop/results.sqlite"),
      (["HOME": "/h"], "/h/.cache/eigentop/results.sqlite"),
      (["XDG_CACHE_HOME": "x", "HOME": "/h"], "/h/.cache/eigentop/results.sqlite"),
      (["XDG_CACHE_HOME": "", "HOME": "/h"], "/h/.cache/eigentop/results.sqlite"),
      (["HOME": "h"], nil), ([:], nil),
    ] as [([String: String], String?)])
  func standard(_ environment: [String: String], _ file: String?) {
    #expect(StoreLocation.standard(environment: environment).file == file.map { FilePath($0) })
  }

  @Test("Each kind has its variable and its place in the home directory")
  func kinds() {
    let kinds = [BaseDirectory.cache, .configuration, .state]
    #expect(kinds.map { $0.path(in: ["HOME": "/h"]) } == ["/h/.cache", "/h/.config", "/h/.local/state"])
    for kind in kinds { #expect(kind.path(in: [kind.variable: "/x", "HOME": "/h"]) == "/x") }
    #expect(BaseDirectory.state.url("a/b", in: ["HOME": "/h"])?.path == "/h/.local/state/eigentop/a/b")
  }

  @Test("What is no absolute path names nothing: a relative one would lie in the directory that is looked at")
  func relative() {
    #expect(BaseDirectory.configuration.path(in: ["XDG_CONFIG_HOME": "x", "HOME": "h"]) == nil)
    #expect(BaseDirectory.configuration.path(in: ["HOME": ""]) == nil)
  }
}
