import Testing

@testable import Dashboard

@Suite("What the user is in the middle of")
struct InputTests {
  @Test("What is wrong with a line is forgotten with the next letter")
  func editing() {
    var input = Input()
    input.ask(.filter, text: "al")
    input.judge(Prompt.Mistake(reason: "no"))
    #expect(input.prompt?.error?.reason == "no")
    input.edit { $0 += "pha" }
    #expect(input.prompt?.text == "alpha" && input.prompt?.error == nil)
    input.endPrompt()
    input.edit { $0 += "x" }
    input.judge(Prompt.Mistake(reason: "no"))
    #expect(input.prompt == nil)
  }

  @Test("A list is narrowed from its first line on, and widened where the eye is")
  func narrowing() {
    var input = Input()
    input.show(Overlay(.help))
    input.show(Overlay(.picker(.theme)))
    input.select(3)
    input.scroll(to: 2)
    input.editFilter { $0 = "dark" }
    #expect(input.overlays.last?.selection == 0 && input.overlays.last?.scroll == 0 && input.filtersOverlay)
    input.select(1)
    input.dropFilter()
    #expect(input.overlays.last?.filter.isEmpty == true && input.overlays.last?.selection == 1)
    #expect(input.overlays.first == Overlay(.help))
  }

  @Test("Lists are taken away one by one, and no more of them than there are")
  func closing() {
    var input = Input()
    input.show(Overlay(.help))
    input.show(Overlay(.activity))
    input.closeOverlay()
    #expect(input.overlays == [Overlay(.help)])
    input.closeOverlay()
    input.closeOverlay()
    input.select(1)
    #expect(input.overlays.isEmpty)
  }

  @Test("What is said is no failure, unless it is said to be one: the colour of the one before does not stay")
  func notices() {
    var input = Input()
    input.say("no such file", isFailure: true)
    input.hush()
    input.say("1 of 3 matches")
    #expect(input.notice == Notice(text: "1 of 3 matches", isFailure: false))
  }

  @Test("Drags and wheels one after another are one movement; a key between them makes two")
  func gestures() {
    var input = Input()
    let goesOn = [true, true, false, true, true].map { input.note(isGesture: $0) }
    #expect(goesOn == [false, true, false, false, true])
  }
}
