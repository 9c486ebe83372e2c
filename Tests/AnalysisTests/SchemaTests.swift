import Analysis
import SchemaValidation
import Spectra
import Testing

@Suite("The JSON of records keeps to its schema")
struct SchemaTests {
  @Test("Records of every kind are valid")
  func valid() throws {
    let schema = try JSONSchema.committed("Analysis/analysis-record.schema.json")
    var unbounded = Examples.done
    unbounded.summary?.totalVariance = .infinity
    unbounded.summary?.noiseFloor = .nan
    unbounded.dump.hyperparameters["lr"] = .number(.nan)
    unbounded.dump.metrics["loss"] = Metric(value: -.infinity, join: .lastOfRun)
    let steps = Examples.record(Eigenspectrum(given: []), nonFiniteRows: 3, dump: Dump(path: "x.npy", run: "."))
    let records = try [
      Examples.done.parsed(), Examples.done.parsed(measures: []), Examples.done.parsed(spectrum: Examples.spectrum),
      Examples.pending.parsed(), Examples.failed.parsed(), unbounded.parsed(), steps.parsed(),
      Examples.done.parsed(spectrum: Eigenspectrum(given: [.infinity, .nan, 1])),
      Examples.complete.parsed(
        alphaByRange: RangeGrid(Examples.spectrum), benignEffectiveRanks: BenignEffectiveRanks(Examples.spectrum)),
      Examples.complete.parsed(measures: []),
      Examples.record(Examples.features(alpha: 1, origin: .preview(.float32))).parsed(),
    ]
    #expect(schema.faults(of: .array(records)) == [])
  }

  @Test("The schema names every field of a record and no other")
  func complete() throws {
    let record = try Examples.failed.parsed()
    for field in try #require(record.members).keys {
      var without = record
      without[field] = nil
      #expect(
        try JSONSchema.committed("Analysis/analysis-record.schema.json").faults(of: .array([without])) == [
          "$[0].\(field) is missing"
        ])
    }
  }

  @Test(
    "The validator finds what is not as it has to be",
    arguments: [
      ("alpha", JSONValue.string("1"), "$[0].alpha is no"), ("path", .null, "$[0].path is no"),
      ("sampleCount", .number(1.5), "$[0].sampleCount is no"), ("colour", .null, "$[0].colour is not known"),
      ("fit", .object(["estimator": .string("weighted")]), "$[0].fit.first is missing"),
      ("checkpoint", .object(["epoch": .string("8"), "step": .null]), "$[0].checkpoint.epoch is no"),
      ("hyperparameters", .object(["lr": .array([])]), "$[0].hyperparameters.lr is no"),
      ("warnings", .array([.object(["code": .string("x")])]), "$[0].warnings[0].message is missing"),
      ("error", .object(["code": .null, "message": .string("x")]), "$[0].error is none"),
      ("eigenvalues", .array([.boolean(true)]), "$[0].eigenvalues[0] is no"),
    ])
  func invalid(field: String, value: JSONValue, fault: String) throws {
    var record = try Examples.done.parsed()
    record[field] = value
    let faults = try JSONSchema.committed("Analysis/analysis-record.schema.json").faults(of: .array([record]))
    #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)")
  }

  @Test("An estimator that nobody has is no choice")
  func unknownEstimator() throws {
    var record = try Examples.done.parsed()
    record["fit"]?["estimator"] = .string("median")
    #expect(
      try JSONSchema.committed("Analysis/analysis-record.schema.json").faults(of: .array([record])) == [
        "$[0].fit.estimator is no choice"
      ])
  }
}
