/// A number that JSON can hold, or null.
struct JSONNumber: Encodable {
  let value: Double?

  init(_ value: Double?) { self.value = value.flatMap { $0.isFinite ? $0 : nil } }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

extension HyperparameterValue: Encodable {
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .number(let number): try JSONNumber(number).encode(to: encoder)
    case .text(let text): try text.encode(to: encoder)
    case .flag(let flag): try flag.encode(to: encoder)
    }
  }
}
