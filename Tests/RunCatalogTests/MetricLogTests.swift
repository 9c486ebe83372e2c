import Analysis
import FileFixtures
import SystemPackage
import Testing

@testable import RunCatalog

@Suite("Metric logs")
struct MetricLogTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func read(_ text: String) throws -> MetricLogReader {
    try #require(try MetricLogReader(path: directory.write(text, to: "metrics.csv")))
  }

  /// The log of a text without problems.
  private func log(_ text: String) throws -> MetricLog {
    let reader = try read(text)
    #expect(reader.problems == [])
    return reader.log
  }

  @Test(
    "A metric is the last value at the dump's epoch, else the one before it, which is carried; of no time, the run's last"
  )
  func epochs() throws {
    let log = try log("epoch,step,loss,acc\n0,9,3.0,\n0,19,2.5,\n0,19,,60\n1,29,2.0,\n1,39,1.5,\n")
    #expect(
      log.metrics(at: Checkpoint(epoch: 0)) == [
        "loss": Metric(value: 2.5, join: .checkpoint), "acc": Metric(value: 60, join: .checkpoint),
      ])
    #expect(
      log.metrics(at: Checkpoint(epoch: 1)) == [
        "loss": Metric(value: 1.5, join: .checkpoint), "acc": Metric(value: 60, join: .carried),
      ])
    #expect(log.metrics(at: nil)["loss"] == Metric(value: 1.5, join: .lastOfRun))
  }

  @Test("A dump's step goes before its epoch, which stands in where the log has no such step")
  func steps() throws {
    let log = try log("epoch,step,loss\n0,9,3.0\n0,19,2.5\n1,29,2.0\n")
    #expect(log.metrics(at: Checkpoint(epoch: 0, step: 9))["loss"] == Metric(value: 3, join: .checkpoint))
    #expect(log.metrics(at: Checkpoint(epoch: 0, step: 20))["loss"] == Metric(value: 2.5, join: .checkpoint))
    #expect(log.metrics(at: Checkpoint(step: 20))["loss"] == Metric(value: 2.5, join: .checkpoint))
    #expect(log.metrics(at: Checkpoint(step: 25))["loss"] == Metric(value: 2.5, join: .carried))
    #expect(log.metrics(at: Checkpoint(step: 5)).isEmpty, "what was logged later never counts")
  }

  @Test("Without an epoch column the last value counts")
  func noEpoch() throws {
    #expect(try log("loss\n3\n2\n").metrics(at: Checkpoint(epoch: 0)) == ["loss": Metric(value: 2, join: .lastOfRun)])
  }

  @Test(
    "Line ends, byte order marks, quotes and gaps do not matter",
    arguments: [
      "epoch,loss\r\n0,1\r\n1,2\r\n", "\u{FEFF}epoch,loss\n0,1\n1,2\n", "\"epoch\",\"loss\"\n\"0\",\"1\"\n\"1\",\"2\"",
      "epoch,loss\n0,1\n\n1,2", " epoch , loss\n0.0, 1 \n1.0 ,2\n", "epoch,loss,note\n0,1,\"a\"\"b,\nc\"\n1,2,d\n",
      "epoch,loss\n0,1\n1,2\n2\n", ",epoch,loss\n0,0,1\n1,1,2\n",
    ])
  func notations(text: String) throws {
    let log = try log(text)
    #expect(log.metrics(at: Checkpoint(epoch: 0)) == ["loss": Metric(value: 1, join: .checkpoint)])
    #expect(log.metrics(at: Checkpoint(epoch: 2)) == ["loss": Metric(value: 2, join: .carried)])
  }

  @Test(
    "Nothing logged is no metrics",
    arguments: ["", "\n", "epoch,loss", "epoch,loss\n", "epoch,loss\n0,\n", "epoch\n1\n"])
  func empty(text: String) throws {
    #expect(try log(text).metrics(at: Checkpoint(epoch: 0)).isEmpty)
  }

  @Test(
    "Texts in a column of numbers are left out and named once, with their first line; columns of texts are no metrics")
  func texts() throws {
    let reader = try read("epoch,loss,phase\n0,1,\"a\nb\"\n1,oops,train\n2,again,train\n")
    #expect(reader.problems.map(\.line) == [4])
    #expect(reader.problems.map(\.reason) == ["column 'loss': 'oops' is no number"])
    #expect(
      reader.problems.first?.description.hasSuffix(":4: column 'loss': 'oops' is no number, and 1 more like it") == true
    )
    #expect(reader.log.metrics(at: Checkpoint(epoch: 1)) == ["loss": Metric(value: 1, join: .carried)])
  }

  @Test(
    "Of a value that is not finite no other takes the place, and it is named",
    arguments: ["nan", "inf", "-inf", "1e999"])
  func notFinite(value: String) throws {
    let reader = try read("epoch,loss\n0,1\n1,\(value)\n")
    #expect(reader.problems.map(\.line) == [3])
    #expect(reader.log.metrics(at: Checkpoint(epoch: 1)).isEmpty && reader.log.metrics(at: nil).isEmpty)
    #expect(reader.log.metrics(at: Checkpoint(epoch: 0)) == ["loss": Metric(value: 1, join: .checkpoint)])
  }

  @Test("An epoch that is no whole number joins nothing, and is named", arguments: ["1.5", "1e30", "one"])
  func oddEpoch(epoch: String) throws {
    let reader = try read("epoch,loss\n0,1\n\(epoch),2\n")
    #expect(reader.problems.map(\.line) == [3])
    #expect(reader.log.metrics(at: Checkpoint(epoch: 1))["loss"] == Metric(value: 1, join: .carried))
  }

  @Test("A row of another epoch is not meant, though it has the step of the name: two optimisers count twice")
  func contradiction() throws {
    let log = try log("epoch,step,train_loss,val_acc\n0,7,7,\n0,7,,0.08\n2,16,16,\n2,23,,0.24\n")
    #expect(
      log.metrics(at: Checkpoint(epoch: 0, step: 16)) == [
        "train_loss": Metric(value: 7, join: .checkpoint), "val_acc": Metric(value: 0.08, join: .checkpoint),
      ])
  }

  @Test("Between the validations of one epoch the step decides, counted from 0 or from 1")
  func withinEpoch() throws {
    for (first, second) in [(3, 7), (4, 8)] {
      let log = try log("epoch,step,val_acc\n0,\(first),0.04\n0,\(second),0.08\n")
      #expect(log.metrics(at: Checkpoint(epoch: 0, step: 4))["val_acc"] == Metric(value: 0.04, join: .checkpoint))
      #expect(log.metrics(at: Checkpoint(epoch: 0, step: 8))["val_acc"] == Metric(value: 0.08, join: .checkpoint))
      #expect(log.metrics(at: Checkpoint(epoch: 0, step: 6))["val_acc"] == Metric(value: 0.04, join: .carried))
    }
  }

  @Test(
    "Dialects are read: semicolons with decimal commas, tabs, blanks, comments before the header, percent, missing values",
    arguments: [
      "epoch;loss;acc\n0;0,5;60\n1;0,25;65\n", "epoch\tloss\tacc\n0\t0.5\t60\n1\t0.25\t65\n",
      "epoch   loss  acc\n0  0.5 60\n1   0.25   65\n", "# started by hand, 9\n\nepoch,loss,acc\n0,0.5,60\n1,0.25,65\n",
      "Epoch,loss,acc\n0,0.5,60%\n1,0.25,65%\n", "ep,loss,acc\n0,0.5,60\n1,0.25,65\n2,NA,NA\n",
      "epoch,loss,acc\n0,0.5,60\nepoch,acc,loss,new\n1,65,0.25,3\n",
      "epoch,loss,acc\r\n0,0.5,60\r\nepoch,loss,acc\r\n1,0.25,65\r\n",
    ])
  func dialects(text: String) throws {
    let log = try log(text)
    for (epoch, loss, acc) in [(0, 0.5, 60.0), (1, 0.25, 65)] {
      let metrics = log.metrics(at: Checkpoint(epoch: epoch))
      #expect(metrics["loss"] == Metric(value: loss, join: .checkpoint))
      #expect(metrics["acc"] == Metric(value: acc, join: .checkpoint))
    }
  }

  @Test("UTF-16 is read, in both orders of its bytes", arguments: [true, false])
  func utf16(isLittle: Bool) throws {
    let units = Array("\u{FEFF}epoch,Genauigkeit ü\n0,1\n".utf16)
    let bytes = units.flatMap { isLittle ? [UInt8($0 & 0xff), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    let reader = try #require(try MetricLogReader(path: directory.write(bytes, to: "metrics.csv")))
    #expect(reader.log.metrics(at: Checkpoint(epoch: 0)) == ["Genauigkeit ü": Metric(value: 1, join: .checkpoint)])
  }

  @Test("Without names the columns are called by their numbers, and this is said")
  func noHeader() throws {
    let reader = try read("60,0.5\n70,0.25\n")
    #expect(reader.problems.map(\.line) == [1])
    #expect(reader.log.metrics(at: nil).mapValues(\.value) == ["column 1": 70, "column 2": 0.25])
  }

  @Test("Of columns with the same name the first is read")
  func duplicates() throws {
    let reader = try read("epoch,loss,loss\n0,1,2\n")
    #expect(reader.problems.map(\.line) == [1])
    #expect(reader.log.metrics(at: nil)["loss"]?.value == 1)
  }

  @Test("Cells beyond the header are left out, and named once")
  func surplus() throws {
    let reader = try read("epoch,loss\n0,1,9,9\n1,2,9\n")
    #expect(reader.problems.map(\.line) == [2])
    #expect(reader.log.metrics(at: nil) == ["loss": Metric(value: 2, join: .lastOfRun)])
  }

  @Test("A syntax error names its line, and the rows before it count")
  func syntax() throws {
    let reader = try read("epoch,loss\n0,1\n1,\"2\"x\n2,3\n")
    #expect(reader.problems.map(\.line) == [3])
    #expect(reader.log.metrics(at: nil) == ["loss": Metric(value: 1, join: .lastOfRun)])
  }

  @Test("Names and texts beyond ASCII are kept, and what is no UTF-8 costs itself only")
  func unicode() throws {
    let reader = try read("epoch,Genauigkeit α à,x\n0,1,2\n0,ü,3\n")
    #expect(reader.log.metrics(at: nil).keys.sorted() == ["Genauigkeit α à", "x"])
    #expect(reader.problems.map(\.reason) == ["column 'Genauigkeit α à': 'ü' is no number"])
    let invalid = try directory.write(Array("loss,".utf8) + [0xff] + Array("\n1,2\n".utf8), to: "metrics.csv")
    #expect(try MetricLogReader(path: invalid)?.log.metrics(at: nil)["loss"]?.value == 1)
  }

  @Test("A cell of combining marks, one character to Unicode, is read like any other")
  func combining() throws {
    let reader = try read("loss\n1\n2" + String(repeating: "\u{301}\u{323}", count: 100_000) + "\n")
    #expect(reader.problems.map(\.line) == [3])
  }

  @Test("A large log is read to its last row")
  func large() throws {
    let rows = (0..<20_000).map { "\($0 / 100),\($0),\(Double($0) / 7),,\($0 % 100 == 99 ? "1" : "")\n" }
    let log = try log("epoch,step,loss,unused,acc\n" + rows.joined())
    #expect(log.metrics(at: Checkpoint(epoch: 199))["loss"] == Metric(value: 19_999 / 7, join: .checkpoint))
  }
}
