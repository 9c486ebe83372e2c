import Foundation

/// Figures that are measured together. Their names begin with the part's.
struct Part {
  let name: String
  let figures: () throws -> [Figure]

  init(_ name: String, figures: @escaping () throws -> [Figure]) {
    self.name = name
    self.figures = figures
  }
}

/// Tells whoever waits, on standard error.
func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
