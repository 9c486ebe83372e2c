import CFileSystem
import SystemPackage

/// The kinds of file systems whose changes the kernel does not tell of, all or in part: another machine, or a program of
/// the user's, makes them.
enum FileSystemType {
  /// The name of the file system that `path` is on if it is such a one; nil if it is not, or cannot be asked.
  static func withoutNotifications(at path: FilePath) -> String? {
    names[path.orHere.withPlatformString { eigentop_file_system_type($0) }]
  }

  /// By `f_type`: the numbers of statfs(2) and, for those that Linux does not come with, of GNU coreutils' `stat`.
  static let names: [Int64: String] = [
    0x6969: "NFS", 0x517b: "SMB", 0xff53_4d42: "CIFS", 0xfe53_4d42: "SMB2", 0x6573_5546: "FUSE",
    0x0102_1997: "9p", 0x0bd0_0bd0: "Lustre", 0x4750_4653: "GPFS", 0x00c3_6400: "Ceph", 0x5346_414f: "AFS",
    0x6b41_4653: "AFS", 0x7375_7245: "Coda", 0x564c: "NCP", 0x1983_0326: "BeeGFS", 0xaad7_aaea: "PanFS",
    0x7461_636f: "OCFS2", 0x0116_1970: "GFS2", 0x786f_4256: "VirtualBox's shared folders",
    0xbacb_acbc: "VMware's shared folders",
  ]
}
