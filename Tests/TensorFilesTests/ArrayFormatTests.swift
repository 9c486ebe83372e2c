import SystemPackage
import Testing

@testable import TensorFiles

@Suite struct ArrayFormatTests {
  private func array(_ name: String?) -> StoredArray {
    StoredArray(
      name: name, elementType: .float32, byteOrder: .littleEndian, isFortranOrder: false, shape: [4, 3],
      storage: .contiguous(offset: 128))
  }

  @Test func `A name promises a format by its ending, but for files that are still being written`() {
    for name in ["features.npy", "a b.c.npy", ".npy"] { #expect(ArrayFormat(name: name) != nil, "\(name)") }
    for name in ["features.npy.tmp", "features.tmp.npy", "features.part.npy", "npy", "features.NPY", ""] {
      #expect(ArrayFormat(name: name) == nil, "\(name)")
    }
  }

  @Test func `Every format has endings and a beginning of its own`() {
    let endings = ArrayFormat.all.flatMap(\.suffixes)
    #expect(Set(endings).count == endings.count && !endings.isEmpty)
    #expect(Set(ArrayFormat.all.map(\.magic)).count == ArrayFormat.all.count)
    for ending in endings { #expect(ArrayFormat.suffixesInWords.contains(".\(ending)")) }
  }

  @Test func `The only array of a file needs no name, one of several does`() throws {
    #expect(try ArrayFormat.choose(nil, from: [array(nil)], of: "a.npy") == array(nil))
    let several = [array("mean"), array("layer\n1")]
    #expect(try ArrayFormat.choose("layer\n1", from: several, of: "a.npz") == several[1])
    for (name, message) in [
      (nil, #"2 arrays, none of them named; there are "mean", "layer\n1""#),
      ("layer2", #"no array "layer2"; there are "mean", "layer\n1""#),
    ] {
      let error = #expect(throws: TensorFileError.self) { try ArrayFormat.choose(name, from: several, of: "a.npz") }
      #expect(error?.message == message && error?.file == "a.npz")
    }
    let error = #expect(throws: TensorFileError.self) { try ArrayFormat.choose(nil, from: [], of: "a.npz") }
    #expect(error?.message == "0 arrays, none of them named")
  }
}
