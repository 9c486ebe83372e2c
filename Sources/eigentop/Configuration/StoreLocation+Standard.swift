import AnalysisStore
import SystemPackage

extension StoreLocation {
  /// `$XDG_CACHE_HOME/eigentop`, else `~/.cache/eigentop`; temporary without a home.
  static func standard(environment: [String: String]) -> StoreLocation {
    BaseDirectory.cache.path(in: environment).map { .directory(FilePath($0).appending("eigentop")) } ?? .temporary
  }
}
