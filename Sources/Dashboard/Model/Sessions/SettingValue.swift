/// The value of a setting as it stands in a file.
public enum SettingValue: Sendable, Equatable {
  case text(String)
  case number(Double)
  case whole(Int)
  case flag(Bool)

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  var whole: Int? { if case .whole(let count) = self { count } else { nil } }

  /// Whole numbers, too.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .whole(let count): Double(count)
    case .text, .flag: nil
    }
  }
}
