import Foundation
import Glibc
import LinearAlgebra

extension Check {
  static func arithmetic(_ environment: [String: String]) -> [Check] {
    let area = "arithmetic"
    let lapack = library(defining: "dsytrd_")
    let threads = ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"].compactMap { name in
      environment[name].map { "\(name)=\($0)" }
    }
    return [
      ok(area, "BLAS", library(defining: "cblas_dgemm")),
      lapack.contains("openblas")
        ? ok(area, "LAPACK", lapack)
        : warning(
          area, "LAPACK", lapack,
          advice:
            "eigenvalues take longer than with OpenBLAS's own: update-alternatives --config liblapack.so.3-$(uname -m)-linux-gnu"
        ),
      ok(area, "LAPACKE", library(defining: "LAPACKE_dsyevd_work")),
      ok(area, "OpenBLAS", BLAS.configuration.trimmingCharacters(in: .whitespaces)),
      ok(area, "kernels", BLAS.processor),
      ok(
        area, "threads",
        (["\(ThreadCount.standard.count) of \(ProcessInfo.processInfo.activeProcessorCount) processors"] + threads)
          .joined(separator: ", ")),
      ok(area, "memory", "\(MemorySize.standard.byteCount >> 20) MiB at most, unless --memory says otherwise"),
    ]
  }

  /// The file of the library that answers to a name: which, the system has decided when the program started.
  private static func library(defining symbol: String) -> String {
    // The first of all that are loaded, as for our own calls.
    guard let symbol = dlsym(nil, symbol) else { return "not known" }
    let address = UInt(bitPattern: symbol)
    // Addresses, permissions, offset, device, inode, file.
    for line in KernelFile.lines("/proc/self/maps") {
      let fields = line.split(separator: " ", maxSplits: 5)
      let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
      if fields.count == 6, ends.count == 2, (ends[0]..<ends[1]).contains(address) {
        return fields[5].trimmingCharacters(in: .whitespaces)
      }
    }
    return "not known"
  }
}
