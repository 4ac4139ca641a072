extension StateSchema {
    static let leaseAndNoteTables = """
        CREATE TABLE leases (
            name TEXT NOT NULL PRIMARY KEY CHECK (length(name) > 0),
            worker_host TEXT NOT NULL CHECK (length(worker_host) > 0),
            worker_pid INTEGER NOT NULL CHECK (worker_pid > 0),
            heartbeat_at TEXT NOT NULL CHECK (length(heartbeat_at) = 30)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE notes (
            key TEXT NOT NULL PRIMARY KEY CHECK (length(key) > 0),
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
