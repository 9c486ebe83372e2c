#if FUZZING
  /// What libFuzzer calls, which brings `main` with it, for every input that it thinks of.
  @_cdecl("LLVMFuzzerTestOneInput")
  func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    checkHeader(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }
#endif
