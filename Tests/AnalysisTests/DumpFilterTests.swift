import Spectra
import Testing

@testable import Analysis

@Suite("A filter")
struct DumpFilterTests {
  /// α is 1.5, the run `lr_0.1`, the layer `layer3`, the epoch 8, the seed 7.
  private let record = Examples.complete

  private func matches(
    _ text: String, _ record: AnalysisRecord? = nil, _ context: DumpFilter.Context = DumpFilter.Context()
  ) throws -> Bool {
    try DumpFilter(text).matches(record ?? self.record, context)
  }

  @Test("of nothing matches everything", arguments: ["", " ", "\t\n "])
  func empty(text: String) throws {
    #expect(try matches(text) && matches(text, Examples.failed))
    #expect(try DumpFilter(text).description == "")
  }

  @Test(
    "finds words in the run, the path, the layer and the checkpoint, in either case",
    arguments: ["lr_0", "RUNS/", "layer3", "LAYER3", "\"epoch 8\"", "npy", "l*3", "runs*epoch", "\"\"", "och_8.np"])
  func words(text: String) throws {
    #expect(try matches(text))
    #expect(try !matches("-\(text)"))
  }

  @Test(
    "misses what is in none of them", arguments: ["layer4", "\"epoch  8\"", "barlow", "\"l*3\"", "epoch*runs", "alpha"])
  func missed(text: String) throws {
    #expect(try !matches(text))
    #expect(try matches("NOT \(text)"))
  }

  @Test("finds words of other alphabets in either case, and in names of whole runs only once in a text")
  func alphabets() throws {
    var record = record
    record.dump.run = "Größe_Ωmega_ÄÄ"
    record.dump.path = "x"
    #expect(try matches("GRÖSSE", record) == false && matches("gRÖßE", record) && matches("ωMEGA", record))
    #expect(try matches("ö*ä", record) && matches("run=größe*ä*ä", record))
    #expect(try !matches("run=größe*ää*ä", record), "the last two are taken")
  }

  @Test(
    "compares numbers of every kind",
    arguments: [
      "alpha>1.4", "alpha >= 1.4", "alpha<1.6", "alpha<=1.6", "alpha!=2", "ALPHA > 1", "rankMe=60", "rankme == 60",
      "epoch=8", "epoch>7.5", "seed=7", "seed!=8", "seed=07", "lr<=1e-1", "lr=0.10", "test_acc>81", "acc>81.39",
      "accuracy=81.4", "acc!=70", "sampleCount=2048", "lidar>-3", "alpha>1 alpha<2", "alpha>9|acc>70",
      "alpha>1 AND seed=7",
    ])
  func comparing(text: String) throws {
    #expect(try matches(text))
    #expect(try !matches("-(\(text))"))
  }

  @Test("reaches the bound with or without it")
  func bounds() throws {
    #expect(try matches("seed>=7") && matches("seed<=7") && !matches("seed>7") && !matches("seed<7"))
    #expect(try !matches("seed=8") && !matches("seed!=7"))
  }

  @Test(
    "looks for texts in fields, and compares all of them",
    arguments: [
      "algorithm:bar", "algorithm:BARLOW", "algorithm=Barlow", "algorithm=b*w", "algorithm!=bar", "nesterov:true",
      "nesterov=TRUE", "layer:yer", "layer:l*3", "layer=layer*", "layer!=layer", "run:lr_", "run=lr_0.1",
      "path:epoch_8",
      "dataType:float", "dataType=float32", "precision=float64", "estimator=weighted", "checkpoint=\"epoch 8\"",
      "lr:0.1", "seed:7", "layer : yer", "\"layer\":\"yer\"",
    ])
  func texts(text: String) throws {
    #expect(try matches(text))
    #expect(try !matches("-\(text)"))
  }

  @Test(
    "misses other texts, and takes an asterisk in quotes at its word",
    arguments: [
      "algorithm:vic", "algorithm=bar", "layer=yer3", "layer!=layer3", "layer!=LAYER*", "layer:\"l*3\"", "seed=\"07\"",
      "nesterov=false", "state:done", "alpha:x",
    ])
  func otherTexts(text: String) throws {
    #expect(try !matches(text))
  }

  @Test(
    "is false about what a dump does not have, and true about its contrary",
    arguments: ["alpha>0", "alpha<0", "alpha!=3", "loss=3", "loss!=3", "layer:a", "layer!=a", "seed!=3", "state!=done"])
  func missing(text: String) throws {
    #expect(try !matches(text, Examples.failed))
    #expect(try matches("NOT \(text)", Examples.failed) && matches("-\(text)", Examples.failed))
  }

  @Test("is false about what is no number, which is found by its name")
  func notANumber() throws {
    var record = record
    record.dump.metrics["loss"] = Metric(value: .nan, join: .checkpoint)
    #expect(try !matches("loss>0 | loss<=0 | loss=0 | loss!=0", record))
    #expect(try matches("loss=nan loss:na", record) && !matches("loss=nan"))
  }

  @Test("asks for what the dump is by a word of its own, unless that is in quotes")
  func flags() throws {
    let none = DumpFilter.Context()
    let contexts: [(String, DumpFilter.Context)] = [
      ("pinned", DumpFilter.Context(isPinned: true)), ("marked", DumpFilter.Context(isMarked: true)),
      ("warned", DumpFilter.Context(isWarned: true)), ("alert", DumpFilter.Context(isAlerting: true)),
    ]
    for (flag, context) in contexts {
      for (other, _) in contexts { #expect(try matches(other, record, context) == (other == flag)) }
      #expect(try matches(flag.uppercased(), record, context) && !matches("-\(flag)", record, context))
      #expect(try !matches("\"\(flag)\"", record, context) && !matches(flag, record, none))
    }
    #expect(try matches("failed", Examples.failed) && !matches("failed"))
    var named = record
    named.dump.run = "failed_once"
    #expect(try matches("\"failed\"", named) && matches("failed_", named) && !matches("failed", named))
  }

  @Test("knows the states of a dump and of its run")
  func states() throws {
    let context = DumpFilter.Context(stage: .done, runState: .stalled)
    #expect(try matches("state:done", record, context) && matches("state=stalled", record, context))
    #expect(try matches("state:STALL", record, context) && !matches("state=stall", record, context))
    #expect(try matches("state!=live", record, context) && !matches("state!=done", record, context))
    for stage in DumpFilter.Stage.allCases {
      #expect(try matches("state=\(stage.rawValue)", record, DumpFilter.Context(stage: stage)))
    }
    for state in RunActivity.State.allCases {
      #expect(try matches("state=\(state.rawValue)", record, DumpFilter.Context(runState: state)))
    }
  }

  @Test(
    "binds NOT tightest, then juxtaposition, then OR",
    arguments: zip(
      [
        "no | layer3 no", "no layer3 | layer3", "-no layer3", "-layer3 | lr", "-(no | layer3)", "layer3 (no | lr)",
        "NOT no | no", "NOT(no)layer3", "--layer3", "layer3 AND no OR lr", "no OR lr AND no", "or",
      ], [false, true, true, true, false, true, true, true, true, true, false, false]))
  func precedence(text: String, isMatch: Bool) throws {
    #expect(try matches(text) == isMatch)
  }
}
