#ifndef LARDER_CSQLITE_H
#define LARDER_CSQLITE_H

#include <sqlite3.h>

/* SQLITE_TRANSIENT and SQLITE_STATIC are casts to a function pointer, which Swift does not import. */

/* SQLite copies the bytes before the call returns. */
static inline int larder_bind_text(sqlite3_stmt *statement, int place, const char *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, place, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/* SQLite copies the bytes before the call returns. A null pointer would mean NULL, so that no bytes are bound apart. */
static inline int larder_bind_blob(sqlite3_stmt *statement, int place, const void *bytes, sqlite3_uint64 count) {
    if (count == 0) return sqlite3_bind_zeroblob(statement, place, 0);
    return sqlite3_bind_blob64(statement, place, bytes, count, SQLITE_TRANSIENT);
}

/* The bytes must stay where they are until the statement has been stepped and reset. */
static inline int larder_bind_blob_in_place(sqlite3_stmt *statement, int place, const void *bytes, sqlite3_uint64 count) {
    if (count == 0) return sqlite3_bind_zeroblob(statement, place, 0);
    return sqlite3_bind_blob64(statement, place, bytes, count, SQLITE_STATIC);
}

#endif
