import Analysis
import FileFixtures
import Foundation
import Spectra
import SystemPackage
import Testing

extension TemporaryDirectory {
  /// Writes rows of doubles and analyses them: a sound record, with intervals if they are wanted, and its spectra.
  func analyse(
    _ rows: [[Double]], fit: FitSettings = FitSettings(), computesUncertainty: Bool = true
  ) async throws -> (record: AnalysisRecord, spectra: DumpSpectra) {
    let file = try write(float64(rows), to: FilePath("\(UUID()).npy"))
    let session = await Session.run([file], fit: fit, computesUncertainty: computesUncertainty)
    let record = try #require(computesUncertainty ? session.refined.first : session.finished.first)
    try expectSound(record)
    return (record, try #require(await session.engine.spectra(of: file.dump)))
  }
}

/// Expects that every number of a record is one, that what is missing is explained, and that its JSON says the same.
func expectSound(
  _ record: AnalysisRecord, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let summary = try #require(record.summary, comment, sourceLocation: sourceLocation)
  let codes = Set(record.warnings.map(\.code))
  for measure in Measure.allCases {
    guard let value = record.value(of: measure), !value.isFinite else { continue }
    Issue.record("\(measure) is \(value) \(comment ?? "")", sourceLocation: sourceLocation)
  }
  let explained = !codes.isDisjoint(with: [.noVariance, .noAlpha])
  #expect((record.alpha == nil) == explained, comment, sourceLocation: sourceLocation)
  #expect((summary.ranks == nil) == codes.contains(.noVariance), comment, sourceLocation: sourceLocation)
  let areFinite = summary.totalVariance.isFinite && summary.noiseFloor.isFinite
  #expect(areFinite || codes.contains(.notRepresentable), comment, sourceLocation: sourceLocation)
  if let fit = summary.fit {
    let line = [fit.alpha, fit.intercept, fit.rSquared ?? 0]
    let isFinite = line.allSatisfy(\.isFinite)
    #expect(isFinite, comment, sourceLocation: sourceLocation)
  }
  let isShape = summary.sketch.allSatisfy { $0 > 0 && $0 <= 1 }
  #expect(isShape, comment, sourceLocation: sourceLocation)
  if let uncertainty = record.uncertainty {
    for (measure, error) in uncertainty.measures {
      let ends = [error.standardError, error.interval.lowerBound, error.interval.upperBound]
      let isSound = ends.allSatisfy(\.isFinite) && error.standardError >= 0
      #expect(isSound, "\(measure): \(ends)", sourceLocation: sourceLocation)
    }
    let hasInterval = uncertainty.measures[.alpha] != nil
    if record.alpha != nil {
      #expect(hasInterval != codes.contains(.noInterval), comment, sourceLocation: sourceLocation)
    }
    let areNumbers = uncertainty.alphaBySampleCount.allSatisfy { $0.alpha?.isFinite ?? true }
    #expect(areNumbers, comment, sourceLocation: sourceLocation)
  }
  try expectSameJSON(of: record, sourceLocation: sourceLocation)
}

/// Expects that JSON has every number that the record has, and no other.
private func expectSameJSON(of record: AnalysisRecord, sourceLocation: SourceLocation) throws {
  // The parser takes neither NaN nor infinity.
  let fields = try JSONDecoder().decode([String: Field].self, from: record.json())
  var numbers = Measure.allCases.map { ($0.rawValue, record.value(of: $0)) }
  numbers += [("totalVariance", record.summary?.totalVariance), ("noiseFloor", record.summary?.noiseFloor)]
  for (name, value) in numbers {
    let shown = value.flatMap { $0.isFinite ? $0 : nil }
    #expect(fields[name]?.number == shown, "\(name)", sourceLocation: sourceLocation)
  }
}

/// A field of an object, of which only numbers matter.
private struct Field: Decodable {
  let number: Double?

  init(from decoder: any Decoder) throws { number = try? Double(from: decoder) }
}
