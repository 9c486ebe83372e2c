import Analysis
import Foundation
import Naming
public import SystemPackage
import TensorFiles

extension ViewPair {
  /// The two views in the directory of a dump (`embeddings_view_a.npy` and `embeddings_view_b.npy`, `feats_aug0.npy` and
  /// `feats_aug1.npy`), of several pairs the last in the order of their names; nil where there is none.
  public static func beside(_ dump: FilePath) -> (FilePath, FilePath)? {
    let directory = dump.removingLastComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.isEmpty ? "." : directory.string)) ?? []
    let pairs = names.compactMap { name -> (String, String)? in
      guard let range = FileRole.viewMarkers.lazy.compactMap({ name.range(of: $0.0) }).first,
        let marker = FileRole.viewMarkers.first(where: { $0.0 == name[range] })
      else { return nil }
      let other = name.replacingCharacters(in: range, with: marker.1)
      return ArrayFormat(name: name) != nil && names.contains(other) ? (name, other) : nil
    }
    return pairs.max { NaturalOrder.precedes($0.0, $1.0) }.map {
      (directory.appending($0.0), directory.appending($0.1))
    }
  }
}
