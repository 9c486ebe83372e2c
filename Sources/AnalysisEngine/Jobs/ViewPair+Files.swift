import Analysis
import Foundation
public import SystemPackage

extension ViewPair {
  /// How names tell two views of the same samples apart.
  private static let markers = [
    ("view_a", "view_b"), ("view-a", "view-b"), ("view.a", "view.b"), ("aug0", "aug1"),
  ]

  /// The two views in the directory of a dump (`embeddings_view_a.npy` and `embeddings_view_b.npy`, `feats_aug0.npy` and
  /// `feats_aug1.npy`), of several pairs the last in the order of their names; nil where there is none.
  public static func beside(_ dump: FilePath) -> (FilePath, FilePath)? {
    let directory = dump.removingLastComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.isEmpty ? "." : directory.string)) ?? []
    let pairs = names.compactMap { name -> (String, String)? in
      guard let range = markers.lazy.compactMap({ name.range(of: $0.0) }).first,
        let marker = markers.first(where: { $0.0 == name[range] })
      else { return nil }
      let other = name.replacingCharacters(in: range, with: marker.1)
      return name.hasSuffix(".npy") && names.contains(other) ? (name, other) : nil
    }
    return pairs.max { NaturalOrder.precedes($0.0, $1.0) }.map {
      (directory.appending($0.0), directory.appending($0.1))
    }
  }
}
