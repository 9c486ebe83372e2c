import Glibc

extension Axis {
  /// 0, and decades with their multiples in both directions from the threshold on; `nil` where the domain holds fewer than
  /// three of them.
  func symmetricLogarithmicTicks(in room: TickRoom) -> [Tick]? {
    let decadeLength = Double(room.length) / scale.extent
    let numbers = signedMultiplesOfDecades()
    guard numbers.count >= 3 else { return nil }

    let decades = numbers.filter { abs($0.number.mantissa) == 1 }
    let widest = decades.map { room.labelExtent(label($0.number, amongDecades: true)) }.max() ?? 0
    let stride = decadeStride(decadeLength, labelLength: widest + room.labelGap)
    let first = Int(log10(scale.threshold).rounded())
    var ticks = numbers.compactMap { number, position -> (number: RoundNumber, tick: Tick)? in
      let digit = abs(number.mantissa)
      guard digit == 0 || isMarked(digit, decadeLength, room) else { return nil }
      let isMajor = digit == 0 || digit == 1 && (number.exponent - first) % stride == 0
      if !isMajor && digit == 1 && decadeLength < Double(room.minorSpacing) { return nil }
      return (number, Tick(value: number.value, position: position, isMajor: isMajor))
    }

    var placed = PlacedLabels(in: room)
    for digit in stride > 1 ? [0, 1] : [0, 1, 5, 2] {
      for index in ticks.indices where abs(ticks[index].number.mantissa) == digit {
        let text = label(ticks[index].number, amongDecades: true)
        guard ticks[index].tick.isMajor || digit > 1, placed.place(text, at: ticks[index].tick.position) else {
          continue
        }
        ticks[index].tick.label = text
      }
    }
    return ticks.map(\.tick)
  }

  /// 0 and ±1…9 · 10ⁿ from the threshold on within the domain, ascending.
  private func signedMultiplesOfDecades() -> [(number: RoundNumber, position: Double)] {
    let least = Int(log10(scale.threshold).rounded())
    let greatest = Int(log10(max(abs(scale.lower), abs(scale.upper))).rounded(.down))
    let first = tickFormat == .integer ? max(least, 0) : least
    let positive = (first...max(first, greatest + 1)).flatMap { exponent in
      (1...9).map { RoundNumber(mantissa: $0, exponent: exponent) }
    }
    let negative = positive.reversed().map { RoundNumber(mantissa: -$0.mantissa, exponent: $0.exponent) }
    return (negative + [RoundNumber(mantissa: 0, exponent: 0)] + positive).compactMap { number in
      guard let position = scale.position(of: number.value), (-1e-9...1 + 1e-9).contains(position) else { return nil }
      return (number, min(max(position, 0), 1))
    }
  }
}
