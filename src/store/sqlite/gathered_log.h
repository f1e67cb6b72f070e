// Access to files for SQLite that writes its log in one piece.
//
// SQLite hands over the log page by page, two writes a page; a group of bills is hundreds of them, each a call of the
// system. Here they gather, and go down together when the log is flushed, read, cut or closed. SQLite makes a commit
// known to others only after the flush (`synchronous = full`), so nobody looks for what has not been written yet.
//
// ENSURES: everything else, and every error, is that of the default access (`sqlite3_vfs`).
#pragma once

namespace yidan::store::sqlite {

// The name under which SQLite knows it; it is there from the first call on. REQUIRES: `synchronous = full` and
// `cache_spill = off`, so that nothing is gathered but what is flushed by the same commit.
[[nodiscard]] const char* gathered_log();

}  // namespace yidan::store::sqlite
