public import SystemPackage

/// Why a file gave no array: which file, where in it, and the reason.
public struct TensorFileError: Error, Sendable, Equatable {
  /// The reason as a name that scripts may rely on.
  public enum Code: String, Sendable, CaseIterable {
    /// The system refuses to open or read it, or it is not a regular file.
    case unreadable
    /// It does not begin as a `.npy` file does.
    case notAnArray
    /// It begins as one, but its header cannot be understood or contradicts itself.
    case badHeader
    /// Strings, objects, records, complex numbers and other elements that are not real numbers of at most 64 bits.
    case unsupportedType
    /// A scalar or a vector where N × D features are wanted, or a scalar where a vector is.
    case tooFewAxes
    /// Maps of positions where a first token is wanted.
    case noFirstToken
    /// A matrix or more where a vector is wanted.
    case tooManyAxes
    /// One of the axes has length 0.
    case empty
    /// One row: no covariance.
    case oneRow
    /// One column: no spectrum.
    case oneColumn
    /// A vector of more values than can be held.
    case tooLarge
    /// A vector of labels with a value that is no integer, or too large a one.
    case notALabel
    /// It was shorter than its header promises when it was opened.
    case truncated
    /// It is being written, and not enough of it is there yet: its header, two rows, or, in Fortran order, any column.
    case incomplete
    /// It has other columns or elements than the file it is to continue.
    case unequalShards
    /// It shrank or was written to while it was read.
    case changed
  }

  /// The file as it was named to the reader.
  public let file: FilePath
  /// Offset in bytes from the beginning of the file, or nil where the file as a whole is meant.
  public let place: Int?
  public let code: Code
  /// The reason in words, without the file's name: `1000 rows promised, 311 there`.
  public let message: String

  init(_ code: Code, in file: FilePath, at place: Int? = nil, _ message: String) {
    self.file = file
    self.place = place
    self.code = code
    self.message = message
  }

  /// Whether the file holds no features by its own account (too few axes, elements that are not numbers) rather than
  /// damaged ones. Such a file is passed over below a directory and is an error only when it was asked for by name.
  public var isNotADump: Bool { code == .tooFewAxes || code == .unsupportedType }
}

extension TensorFileError: CustomStringConvertible {
  /// File, place and reason on one line: `conv1.npy, byte 80128: 1000 rows promised, 311 there`.
  public var description: String {
    guard let place else { return "\(file): \(message)" }
    return "\(file), byte \(place): \(message)"
  }
}
