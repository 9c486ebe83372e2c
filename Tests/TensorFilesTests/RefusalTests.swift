import FileFixtures
import Foundation
import SystemPackage
import Testing

@testable import TensorFiles

struct RefusalTests {
  @Test(arguments: ["strings", "complex", "dates", "records", "pickle"])
  func `Elements that are not real numbers are refused by type, and the file is not a dump`(name: String) throws {
    let error = try #require(refusal(of: fixture(name)))
    #expect(error.code == .unsupportedType)
    #expect(error.isNotADump)
  }

  @Test(arguments: ["scalar", "vector-float32"])
  func `Fewer than two axes are refused, and the file is not a dump`(name: String) throws {
    let error = try #require(refusal(of: fixture(name)))
    #expect(error.code == .tooFewAxes)
    #expect(error.isNotADump)
  }

  @Test(
    arguments: zip(
      ["no-rows", "no-columns", "one-row", "one-column"],
      [TensorFileError.Code.empty, .empty, .oneRow, .oneColumn]))
  func `Arrays without a covariance are damaged dumps`(name: String, code: TensorFileError.Code) throws {
    let error = try #require(refusal(of: fixture(name)))
    #expect(error.code == code)
    #expect(!error.isNotADump)
  }

  @Test(arguments: zip(["axes2-c", "axes2-fortran"], ["9 rows promised, 8 there", "6 columns promised, 5 there"]))
  func `Short data say how much is there, and where it ends`(name: String, message: String) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(Array(bytes(of: fixture(name)).dropLast()))
    let error = try #require(refusal(of: path))
    #expect(error == TensorFileError(.truncated, in: path, at: 128 + 9 * 6 * 4 - 1, message))
    #expect(error.description == "\(path), byte 343: \(message)")
  }

  @Test func `What follows the data is left alone`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(bytes(of: fixture("axes2-c")) + [1, 2, 3])
    #expect(try rows(of: path) == fixtureRows(.float32, columnCount: 6))
  }

  @Test func `A file that is not there is refused with the system's reason`() {
    let path = FilePath("no-such-directory/x.npy")
    #expect(refusal(of: path) == TensorFileError(.unreadable, in: path, "No such file or directory"))
  }

  @Test func `A directory named like a dump is refused`() throws {
    let directory = try TemporaryDirectory()
    #expect(refusal(of: directory.path) == TensorFileError(.unreadable, in: directory.path, "a directory"))
  }

  @Test func `A pipe that nobody writes to is refused at once`() throws {
    let directory = try TemporaryDirectory()
    let pipe = directory.path.appending("pipe.npy")
    #expect(mkfifo(pipe.string, 0o600) == 0)
    #expect(refusal(of: pipe) == TensorFileError(.unreadable, in: pipe, "not a regular file"))
  }

  @Test func `A device is refused`() {
    #expect(refusal(of: "/dev/zero") == TensorFileError(.unreadable, in: "/dev/zero", "not a regular file"))
  }

  @Test func `A file is closed when its reader goes, and when it is refused`() throws {
    let directory = try TemporaryDirectory()
    let dump = try directory.file(bytes(of: fixture("axes2-c")))
    do {
      let reader = try DumpReader(opening: dump)
      #expect(reader.rowCount == 9)
    }
    #expect(try openDescriptorCount(of: dump) == 0)

    let damaged = try directory.file([])
    #expect(refusal(of: damaged) != nil)
    #expect(try openDescriptorCount(of: damaged) == 0)

    #expect(refusal(of: directory.path) != nil)
    #expect(try openDescriptorCount(of: directory.path) == 0)
  }

  /// How many descriptors of this process lead to a path. Other tests have files of their own open meanwhile.
  private func openDescriptorCount(of path: FilePath) throws -> Int {
    let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    return descriptors.count { descriptor in
      // A link may be gone by now.
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")) == path.string
    }
  }
}
