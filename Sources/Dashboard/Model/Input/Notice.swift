/// What the user is told about the last key, until the next.
struct Notice: Sendable, Equatable {
  let text: String
  let isFailure: Bool
}
