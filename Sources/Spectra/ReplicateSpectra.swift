/// The spectra of a dump without each of G groups of its rows, from which every number read off the spectrum has its
/// uncertainty, over any fit range (`RowGroups`).
public struct ReplicateSpectra: Sendable, Equatable {
  /// How the spectra were found.
  public enum Method: String, Sendable, CaseIterable {
    /// The second moments without each group were formed and solved.
    case groupedJackknife
    /// To first order from the eigenvectors of all rows, where memory does not hold that many moments.
    case infinitesimalJackknife
  }

  /// What was left out as a whole, and how many of it there are.
  public struct Objects: Sendable, Equatable {
    /// What an object is.
    public enum Kind: String, Sendable, CaseIterable {
      /// A row.
      case rows
      /// All rows of one image: tokens or positions that are samples.
      case images
      /// Rows that follow one another, as many as somebody said.
      case views
      /// Rows of one id in a file.
      case ids
    }

    /// What one is.
    public let kind: Kind
    /// How many there are.
    public let count: Int

    /// So many of a kind.
    public init(_ kind: Kind, count: Int) {
      self.kind = kind
      self.count = count
    }
  }

  /// How these were found.
  public let method: Method
  /// What stays together in a group.
  public let objects: Objects
  /// At index g the spectrum of all rows but those of group g, of the groups that have any.
  public let spectra: [Eigenspectrum]

  /// G, or as many as objects where these are fewer.
  public static let groupCount = 20

  /// A spectrum for each group that has rows.
  public init(method: Method, objects: Objects, spectra: [Eigenspectrum]) {
    self.method = method
    self.objects = objects
    self.spectra = spectra
  }
}
