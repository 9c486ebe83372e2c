/// The spectra of a dump without each of G groups of its rows, from which every number read off the spectrum has its
/// uncertainty, over any fit range. Row i belongs to group i mod G.
public struct ReplicateSpectra: Sendable, Equatable {
  /// How the spectra were found.
  public enum Method: String, Sendable, CaseIterable {
    /// The second moments without each group were formed and solved.
    case groupedJackknife
    /// To first order from the eigenvectors of all rows, where memory does not hold that many moments.
    case infinitesimalJackknife
  }

  /// How these were found.
  public let method: Method
  /// At index g the spectrum of all rows but those of group g, of the groups that have any.
  public let spectra: [Eigenspectrum]

  /// G.
  public static let groupCount = 20

  /// A spectrum for each group that has rows.
  public init(method: Method, spectra: [Eigenspectrum]) {
    self.method = method
    self.spectra = spectra
  }
}
