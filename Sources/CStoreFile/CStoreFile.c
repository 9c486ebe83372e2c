#include "CStoreFile.h"

#include <sqlite3.h>
#include <stddef.h>
#include <sys/vfs.h>

int store_file_reset(const char *path) {
  sqlite3 *database = NULL;
  int result = sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (result == SQLITE_OK) {
    sqlite3_busy_timeout(database, 10000);
    sqlite3_db_config(database, SQLITE_DBCONFIG_RESET_DATABASE, 1, NULL);
    // Tables made later give the room of what they lose back to the file system.
    sqlite3_exec(database, "PRAGMA auto_vacuum = INCREMENTAL", NULL, NULL, NULL);
    result = sqlite3_exec(database, "VACUUM", NULL, NULL, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_RESET_DATABASE, 0, NULL);
    sqlite3_wal_checkpoint_v2(database, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  }
  sqlite3_close(database);
  return result;
}

int store_file_is_remote(const char *path) {
  struct statfs status;
  if (statfs(path, &status) != 0) return 0;
  switch ((unsigned int)status.f_type) {
  case 0x6969:      // NFS
  case 0xff534d42:  // CIFS
  case 0xfe534d42:  // SMB 2
  case 0x517b:      // SMB
  case 0x0bd00bd0:  // Lustre
  case 0x47504653:  // GPFS
  case 0x19830326:  // BeeGFS
  case 0x00c36400:  // Ceph
  case 0x5346414f:  // AFS
  case 0x01021997:  // 9P
  case 0x65735546:  // FUSE
    return 1;
  default:
    return 0;
  }
}
