import Analysis
import Testing

@Suite("Records as comma-separated values")
struct RecordTableTests {
  @Test("There is a column for every setting and metric that any record has, empty where it has none")
  func union() {
    var other = Examples.failed
    other.dump.hyperparameters = ["width": .number(64)]
    other.dump.metrics = ["loss": Metric(value: 0.25, join: .checkpoint)]
    let lines = RecordTable([Examples.done, other], measures: []).lines
    #expect(
      lines[0]
        == "path,run,layer,epoch,step,seed,sampleCount,featureCount,dataType,tokens,nonFiniteRows,"
        + "resolvableRank,noiseFloor,totalVariance,precision,files,warnings,error,algorithm,lr,nesterov,width,loss,test_acc"
    )
    #expect(lines[1].hasPrefix("runs/lr_0.1/layer3/epoch_8.npy,lr_0.1,layer3,8,,7,2048,120,float32,,0,120,0.0,"))
    #expect(lines[1].hasSuffix(",1,,,barlow,0.1,true,,,81.4"))
    #expect(lines[2] == "a.npy,.,,,,,,,,,,,,,,1,,\"byte 80: \"\"short\"\"\",,,,64,0.25,")
  }

  @Test("Only the measures asked for have columns, in one order, α with its fit")
  func measures() {
    let columns = RecordTable([], measures: [.stableRank, .alpha]).lines[0].split(separator: ",")
    #expect(
      columns.dropFirst(11).prefix(7)
        == ["alpha", "stableRank", "estimator", "first", "last", "rSquared", "accepted"])
    #expect(RecordTable([]).lines.count == 1)
    #expect(!RecordTable([]).lines[0].contains("lidar"), "on request")
  }

  @Test("Where a record has an interval all have its columns")
  func intervals() throws {
    let lines = RecordTable([Examples.complete, Examples.done], measures: [.alpha, .selfCluster]).lines
    let header = lines[0].split(separator: ",", omittingEmptySubsequences: false)
    #expect(header.dropFirst(18).prefix(4) == ["alphaStandardError", "alphaLow", "alphaHigh", "resolvableRank"])
    let found = lines[1].split(separator: ",", omittingEmptySubsequences: false)
    let alpha = try #require(Examples.complete.uncertainty?.measures[.alpha])
    #expect(Double(found[18]) == alpha.standardError)
    #expect(Double(found[19]) == alpha.interval.lowerBound && Double(found[20]) == alpha.interval.upperBound)
    #expect(found[12] == "0.25" && found[17] == "true")
    let without = lines[2].split(separator: ",", omittingEmptySubsequences: false)
    #expect(without[18...20].allSatisfy(\.isEmpty) && without.count == header.count)
  }

  @Test(
    "Fields with commas, quotes and ends of lines are quoted, others are not",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
      ("a\rb", "\"a\rb\""), (" é ", " é "),
      // A combining mark makes one character of the comma or the quote before it.
      ("a,\u{301}", "\"a,\u{301}\""), ("a\"\u{301}", "\"a\"\"\u{301}\""),
    ])
  func quoting(run: String, field: String) {
    let record = AnalysisRecord(dump: Dump(path: "x.npy", run: run))
    #expect(RecordTable([record]).lines[1].unicodeScalars.starts(with: "x.npy,\(field),".unicodeScalars))
  }

  @Test(
    "Whole numbers are written without a fraction",
    arguments: [(64, "64"), (-3, "-3"), (0.5, "0.5"), (1e300, "1e+300"), (.infinity, "inf")])
  func numbers(value: Double, text: String) {
    #expect(HyperparameterValue.number(value).description == text)
  }
}
