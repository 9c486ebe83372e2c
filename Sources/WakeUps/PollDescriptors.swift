public import Glibc

/// Sleeps in `poll` until one of the descriptors has what is waited for or the deadline passes; for ever without a deadline.
///
/// - Returns: what `poll` returns. It may be 0 before the deadline, where that is more than a day away.
public func pollDescriptors(_ descriptors: inout [pollfd], until deadline: ContinuousClock.Instant?) -> CInt {
  poll(&descriptors, nfds_t(descriptors.count), milliseconds(until: deadline))
}

/// The time left in poll's unit, rounded up so that it never wakes before the deadline; -1 for ever.
private func milliseconds(until deadline: ContinuousClock.Instant?) -> CInt {
  guard let deadline else { return -1 }
  let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
  return CInt(min(max(0, left.rounded(.up)), 86_400_000))
}
