import Glibc

extension Axis {
  /// Decades and their multiples; `nil` where the domain holds fewer than three of them, for a linear choice is better
  /// there.
  func logarithmicTicks(in room: TickRoom) -> [Tick]? {
    let decadeLength = Double(room.length) / (log10(scale.upper) - log10(scale.lower))
    let multiples = multiplesOfDecades()
    guard multiples.count >= 3 else { return nil }

    let decades = multiples.filter { $0.number.mantissa == 1 }
    let widest = decades.map { room.labelExtent(label($0.number, amongDecades: true)) }.max() ?? 0
    let stride = decadeStride(decadeLength, labelLength: widest + room.labelGap)

    var ticks: [Tick] = []
    for (number, position) in multiples where isMarked(number.mantissa, decadeLength, room) {
      let isMajor = number.mantissa == 1 && number.exponent % stride == 0
      // Where decades crowd, only those with a label keep their mark.
      if !isMajor && number.mantissa == 1 && decadeLength < Double(room.minorSpacing) { continue }
      ticks.append(Tick(value: number.value, position: position, isMajor: isMajor))
    }

    var placed = PlacedLabels(in: room)
    for mantissa in labelOrder(decades: decades.count, stride: stride) {
      for (number, position) in multiples where number.mantissa == mantissa {
        let text = label(number, amongDecades: decades.count > 1)
        guard let index = ticks.firstIndex(where: { $0.value == number.value }),
          ticks[index].isMajor || mantissa != 1, placed.place(text, at: position)
        else { continue }
        ticks[index].label = text
      }
    }
    return ticks
  }

  /// Of how many decades one gets a label.
  func decadeStride(_ decadeLength: Double, labelLength: Int) -> Int {
    [1, 2, 3, 5, 10, 20, 50, 100, 200, 500].first { Double($0) * decadeLength >= Double(labelLength) } ?? 1000
  }

  /// Which multiples of a decade are marked: all, 1-2-5, or the decade alone.
  func isMarked(_ mantissa: Int, _ decadeLength: Double, _ room: TickRoom) -> Bool {
    // All nine intervals are drawn or none, so they may stand at half the spacing; of 1-2-5 the shortest is 0.3 decades.
    if decadeLength >= 5 * Double(room.minorSpacing) { return true }
    if decadeLength >= 3.5 * Double(room.minorSpacing) { return [1, 2, 5].contains(mantissa) }
    return mantissa == 1
  }

  /// The leading digits that get labels, the roundest first.
  private func labelOrder(decades: Int, stride: Int) -> [Int] {
    if stride > 1 { return [1] }
    return decades > 1 ? [1, 5, 2] : [1, 5, 2, 3, 4, 7, 6, 8, 9]
  }

  func label(_ number: RoundNumber, amongDecades: Bool) -> String {
    tickFormat == .powersOfTen && amongDecades ? number.powerText : number.decimalText
  }

  /// 1…9 · 10ⁿ within the domain, ascending.
  private func multiplesOfDecades() -> [(number: RoundNumber, position: Double)] {
    let least = Int(log10(scale.lower).rounded(.down))
    let greatest = Int(log10(scale.upper).rounded(.down))
    let first = tickFormat == .integer ? max(least, 0) : least
    guard first <= greatest + 1 else { return [] }
    return (first...(greatest + 1)).flatMap { exponent in
      (1...9).compactMap { mantissa in
        let number = RoundNumber(mantissa: mantissa, exponent: exponent)
        // Rounding must not lose a decade at the very edge.
        guard let position = scale.position(of: number.value), (-1e-9...1 + 1e-9).contains(position) else { return nil }
        return (number, min(max(position, 0), 1))
      }
    }
  }
}
