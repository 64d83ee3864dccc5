#pragma once
// SQLite writes each page of the journal with two calls, one of them for 24 bytes. Here those of one
// transaction are gathered, and written at its end with one call. For store/*.cpp only.

namespace store::detail {

/// The name of the file system (sqlite3_vfs) that does it and is otherwise SQLite's usual one. Files are the
/// same to the byte. A transaction is written before its commit returns, as ever; what of it fails to be
/// written is reported by its last write instead of by its first.
const char* gathering_file_system();

}  // namespace store::detail
