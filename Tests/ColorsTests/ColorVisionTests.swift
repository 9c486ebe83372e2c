import Colors
import Foundation
import Testing

@Suite("How colours look to different eyes")
struct ColorVisionTests {
  /// What `Reference/make_reference.py` computed.
  struct Pair: Decodable {
    var vision, one, other: String
    var distance: Double
  }

  private func color(_ text: String) throws -> RGBColor {
    let number = try #require(UInt32(text.dropFirst(), radix: 16))
    return RGBColor(UInt8(number >> 16), UInt8(number >> 8 & 0xff), UInt8(number & 0xff))
  }

  @Test("Distances are those of an independent simulation", arguments: ColorVision.allCases)
  func reference(_ vision: ColorVision) throws {
    let file = URL(fileURLWithPath: #filePath).appending(path: "../Reference/color_vision.json").standardized
    let pairs = try JSONDecoder().decode([Pair].self, from: Data(contentsOf: file)).filter {
      $0.vision == vision.rawValue
    }
    #expect(pairs.count == 28)
    for pair in pairs {
      let (one, other) = (try color(pair.one), try color(pair.other))
      let distance = one.distance(to: other, for: vision)
      #expect(abs(distance - pair.distance) < 1e-3, "\(pair.one) \(pair.other)")
      #expect(other.distance(to: one, for: vision) == distance)
    }
  }

  @Test("Greys look the same to all, and black and white are 1 apart", arguments: ColorVision.allCases)
  func greys(_ vision: ColorVision) {
    let (black, white) = (RGBColor(0, 0, 0), RGBColor(255, 255, 255))
    #expect(abs(black.distance(to: white, for: vision) - 1) < 1e-3)
    #expect(abs(white.lightness - 1) < 1e-3 && black.lightness == 0)
  }
}
