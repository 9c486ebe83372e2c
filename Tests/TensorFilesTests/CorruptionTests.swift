import FileFixtures
import SystemPackage
import Testing

@testable import TensorFiles

struct CorruptionTests {
  private static let small = npy(
    "{'descr':'<i2','fortran_order':True,'shape':(2,2)}", data: [1, 2, 3, 4, 5, 6, 7, 8])

  @Test func `Every truncation is an error`() throws {
    let directory = try TemporaryDirectory()
    for count in Self.small.indices {
      let path = try directory.file(Array(Self.small.prefix(count)))
      #expect(refusal(of: path)?.code == .truncated, "\(count) bytes")
    }
  }

  /// A trap would end the test process.
  @Test func `Every corruption of one byte is an error or is read, and never reads more than is there`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(Self.small)
    let descriptor = try FileDescriptor.open(path, .writeOnly)
    try descriptor.closeAfter {
      for place in Self.small.indices {
        for byte in UInt8.min...UInt8.max {
          _ = try descriptor.writeAll(toAbsoluteOffset: Int64(place), [byte])
          do {
            let elementCount = try rows(of: path).joined().count
            #expect(elementCount <= 8, "byte \(place) as \(byte)")
          } catch is TensorFileError {
            // Refused, as it may be.
          }
        }
        _ = try descriptor.writeAll(toAbsoluteOffset: Int64(place), [Self.small[place]])
      }
    }
    #expect(try rows(of: path) == [[0x0201, 0x0605], [0x0403, 0x0807]])
  }
}
