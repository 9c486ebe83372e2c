import TerminalCells
import Testing

@testable import Dashboard

@Suite("Text in lines")
struct WrappedTextTests {
  @Test("A path is broken behind slashes, and only there")
  func slashes() {
    let path = "runs/lambd_0.004_pdim_128/seed_3/features_epoch_008.npy"
    #expect(
      WrappedText.path(path, width: 30)
        == ["runs/lambd_0.004_pdim_128/", "seed_3/features_epoch_008.npy"])
    #expect(WrappedText.path(path, width: 80) == [path])
    #expect(WrappedText.path("/a//b/", width: 3) == ["/a/", "/b/"])
  }

  @Test("Of a name wider than the line both ends are kept, and the other names whole")
  func longNames() {
    #expect(
      WrappedText.path("runs/0123456789abcdefghij/f 1.npy", width: 11) == ["runs/", "01234…ghij/", "f 1.npy"])
    #expect(WrappedText.path("0123456789.npy", width: 8) == ["012….npy"])
  }

  @Test("In one line a path keeps its file name, and of the rest the beginning")
  func oneLine() {
    let path = "runs/lambd_0.004/features.npy"
    #expect(WrappedText.shortenedPath(path, to: 29) == path)
    #expect(WrappedText.shortenedPath(path, to: 22) == "runs/lam…/features.npy")
    #expect(WrappedText.shortenedPath(path, to: 8) == "run….npy")
  }

  @Test("Phrases stay whole where they can, and lines after the first are set in")
  func phrases() {
    let phrases = ["r −0.13 [−0.40, +0.17] p 0.400:", "none to speak of"]
    #expect(WrappedText.phrases(phrases, width: 60, indent: 2) == [phrases.joined(separator: " ")])
    #expect(WrappedText.phrases(phrases, width: 40, indent: 2) == [phrases[0], "  none to speak of"])
    #expect(
      WrappedText.phrases(phrases, width: 20, indent: 2)
        == ["r −0.13 [−0.40,", "  +0.17] p 0.400:", "  none to speak of"])
    #expect(WrappedText.phrases([], width: 20, indent: 2) == [])
  }

  @Test("No line of phrases is wider than asked, however narrow", arguments: 2...30)
  func narrowPhrases(width: Int) {
    let lines = WrappedText.phrases(["one two", "three", "0123456789/abcdefghij"], width: width, indent: 2)
    #expect(lines.allSatisfy { $0.displayWidth <= width })
    #expect(lines.joined().filter { $0 != " " } == "onetwothree0123456789/abcdefghij")
  }

  @Test("Words wider than a line are broken behind slashes where there are any, and nothing of them is lost")
  func words() {
    #expect(
      WrappedText.words("cannot read runs/long_name/hparams.yaml:3: no value", width: 18)
        == ["cannot read", "runs/long_name/", "hparams.yaml:3: no", "value"])
    #expect(WrappedText.words("0123456789", width: 4) == ["0123", "4567", "89"])
  }

  @Test("No line is wider than it may be, with wide characters too", arguments: 2...12)
  func widths(width: Int) {
    let text = "e/ab/漢字の長い名前/f 漢字の名前.npy ~/x"
    for line in WrappedText.path(text, width: width) + WrappedText.words(text, width: width) {
      #expect(line.displayWidth <= width)
    }
    #expect(WrappedText.shortenedPath(text, to: width).displayWidth <= width)
    #expect(WrappedText.words(text, width: width).joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
