import Glibc

extension Axis {
  /// Ticks at the multiples of the smallest nice step whose labels fit. Positions follow the scale, so that this also
  /// serves a logarithmic axis zoomed into less than a decade.
  func linearTicks(in room: TickRoom) -> [Tick] {
    let span = scale.upper - scale.lower
    guard span.isFinite else { return [] }
    let length = Double(room.length)
    let finest = Int(log10(span / length).rounded(.down))
    let coarsest = Int(log10(span).rounded(.up))
    let first = tickFormat == .integer ? max(finest, 0) : finest
    for exponent in first...max(first, coarsest) {
      for factor in [1, 2, 5] {
        let step = RoundNumber(mantissa: factor, exponent: exponent)
        guard span / step.value <= length, let ticks = labelledMultiples(of: step, in: room) else { continue }
        return (ticks + minorTicks(between: ticks, of: step, in: room)).sorted { $0.value < $1.value }
      }
    }
    return []
  }

  /// The multiples of a step with their labels; `nil` where these do not all fit.
  private func labelledMultiples(of step: RoundNumber, in room: TickRoom) -> [Tick]? {
    guard let multiples = multiples(of: step) else { return nil }
    var placed = PlacedLabels(in: room)
    var ticks: [Tick] = []
    for (number, position) in multiples {
      guard placed.place(number.decimalText, at: position) else { return nil }
      ticks.append(Tick(value: number.value, position: position, isMajor: true, label: number.decimalText))
    }
    return ticks
  }

  /// Marks that divide the step into 5, 4 or 2 nice parts, as many as there is room for.
  private func minorTicks(between majors: [Tick], of step: RoundNumber, in room: TickRoom) -> [Tick] {
    // The same step with one digit more divides exactly: 2 → 20 = 4 · 5.
    for parts in step.mantissa == 2 ? [4, 2] : [5, 2] {
      let fine = RoundNumber(mantissa: step.mantissa * 10 / parts, exponent: step.exponent - 1)
      if tickFormat == .integer, fine.value != fine.value.rounded() { continue }
      let spacing = fine.value / (scale.upper - scale.lower) * Double(room.length)
      guard spacing >= Double(room.minorSpacing), let multiples = multiples(of: fine) else { continue }
      let taken = Set(majors.map(\.value))
      return multiples.compactMap { number, position in
        taken.contains(number.value) ? nil : Tick(value: number.value, position: position, isMajor: false)
      }
    }
    return []
  }

  /// The multiples of a step within the domain; `nil` where a Double no longer tells them apart.
  private func multiples(of step: RoundNumber) -> [(RoundNumber, Double)]? {
    let first = (scale.lower / step.value - 1e-9).rounded(.up)
    let last = (scale.upper / step.value + 1e-9).rounded(.down)
    guard step.value.isNormal, max(abs(first), abs(last)) < 1e15 else { return nil }
    guard first <= last else { return [] }
    return (Int(first)...Int(last)).compactMap { count in
      let number = RoundNumber(mantissa: count * step.mantissa, exponent: step.exponent)
      // Rounding must not lose a tick at the very edge, and what is near in steps may be far on a scale that is not linear.
      guard let position = scale.position(of: number.value), (-1e-9...1 + 1e-9).contains(position) else { return nil }
      return (number, min(max(position, 0), 1))
    }
  }
}
