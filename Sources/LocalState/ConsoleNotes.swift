import GRDB

/// What the console remembers from one run to the next: small texts by key, such as the prompt's history or the last
/// theme. Never secrets.
public struct ConsoleNotes: Sendable {
    let database: StateDatabase

    /// What was noted under a key; nil for nothing.
    public func get(_ key: String) async throws(LocalStateError) -> String? {
        try await database.read { db in
            try String.fetchOne(db, sql: "SELECT value FROM notes WHERE key = ?", arguments: [key])
        }
    }

    /// Notes a text under a key, in place of what was there; nil removes it.
    public func set(_ key: String, to value: String?) async throws(LocalStateError) {
        try await database.write { db in
            if let value {
                try db.execute(
                    sql: """
                        INSERT INTO notes (key, value) VALUES (?, ?)
                        ON CONFLICT (key) DO UPDATE SET value = excluded.value
                        """,
                    arguments: [key, value])
            } else {
                try db.execute(sql: "DELETE FROM notes WHERE key = ?", arguments: [key])
            }
        }
    }
}
