import Analysis
import SystemPackage

// The files that these tests write are one array each: their paths name dumps.

func == (dump: Dump.ID, path: FilePath) -> Bool { dump == Dump.ID(path) }

func ~= (path: FilePath, dump: Dump.ID) -> Bool { dump == path }

extension FilePath {
  var dump: Dump.ID { Dump.ID(self) }
}
