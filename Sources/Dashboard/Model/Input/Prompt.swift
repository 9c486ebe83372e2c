import Analysis

/// A line of text that the user types in the place of the footer.
struct Prompt: Sendable, Equatable {
  /// What the text is for.
  enum Purpose: Sendable, Equatable {
    case fitRange
    case filter
    /// The name of a file. The second is that of a file which is there, and was asked about.
    case export(ExportRequest, replacing: String?)
    /// What a setting is to be.
    case setting(Setting.Key)
    /// Of the model that this dump stands for, whatever is selected meanwhile.
    case accuracy(of: Dump.ID, metric: String)
    case parameter(LaboratoryParameter)
  }

  /// Why a text is not taken, and after how many characters it goes wrong, where that is known.
  struct Mistake: Sendable, Equatable {
    var reason: String
    var offset: Int?
  }

  var purpose: Purpose
  var text: String
  var error: Mistake?
}
