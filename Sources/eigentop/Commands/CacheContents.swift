import AnalysisStore
import Foundation
import SystemPackage

/// What `cache info` prints; the names of the fields are those of its JSON.
struct CacheContents: Encodable {
  let path: String
  let byteCount: Int
  let contents: Int
  let records: Int
  let spectra: Int
  let intervals: Int
  let partialMoments: Int
  let oldestUse: OrNull<String>
  let newestUse: OrNull<String>
  let schemaVersion: Int
  let algorithmVersion: Int

  init(file: FilePath, info: StoreInfo) {
    path = file.string
    byteCount = info.byteCount
    contents = info.contentCount
    records = info.recordCount
    spectra = info.spectrumCount
    intervals = info.intervalCount
    partialMoments = info.partialMomentsCount
    oldestUse = OrNull(info.oldestUse.map(Self.time))
    newestUse = OrNull(info.newestUse.map(Self.time))
    schemaVersion = StoreInfo.schemaVersion
    algorithmVersion = AnalysisStore.algorithmVersion
  }

  var lines: [String] {
    let size =
      byteCount < 1 << 20 ? "\(byteCount >> 10) KiB" : String(format: "%.1f MiB", Double(byteCount) / 1_048_576)
    let fields = [
      ("file", path), ("size", size), ("contents", "\(contents)"), ("records", "\(records)"),
      ("spectra", "\(spectra), \(intervals) with intervals"), ("growing files", "\(partialMoments)"),
      ("oldest use", oldestUse.value ?? "—"), ("newest use", newestUse.value ?? "—"),
      ("versions", "tables \(schemaVersion), arithmetic \(algorithmVersion)"),
    ]
    return fields.map { "\($0.0.padding(toLength: 15, withPad: " ", startingAt: 0))\($0.1)".visible }
  }

  private static func time(_ seconds: Int) -> String {
    Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
  }
}
