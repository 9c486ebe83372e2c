import SystemPackage
import TensorFiles

/// What holds for the header of any file, whatever its bytes. Ends the process where it does not.
func checkHeader(_ bytes: [UInt8]) {
  do {
    let header = try StoredArray(parsing: bytes, of: "fuzzed.npy")
    precondition(header.dataOffset <= bytes.count, "data begin behind the end")
    precondition(header.shape.allSatisfy { $0 >= 0 }, "a negative length")
    // Traps where the shape's product does not fit, as it would in the reader.
    let byteCount = header.rowCount * header.columnCount * header.elementType.byteCount + header.dataOffset
    precondition(byteCount >= header.dataOffset, "data end before they begin")
  } catch {
    precondition(error.file == "fuzzed.npy" && !error.message.isEmpty, "a refusal without file or reason")
    precondition(error.place.map((0...bytes.count).contains) ?? true, "a place outside of the file")
    precondition(!error.message.utf8.contains { $0 < 0x20 || $0 == 0x7f }, "a control character in a message")
  }
}
