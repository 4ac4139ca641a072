extension StateSchema {
    static let exportTables = """
        CREATE TABLE exports (
            id TEXT NOT NULL PRIMARY KEY CHECK (length(id) > 0),
            request TEXT NOT NULL CHECK (json_valid(request) AND json_type(request) = 'object'),
            status TEXT NOT NULL
                CHECK (status IN ('pending', 'running', 'cancelling', 'done', 'failed', 'cancelled')),
            stage TEXT CHECK (stage IN ('preparing', 'loading', 'joining', 'writing', 'finishing')),
            store TEXT CHECK (length(store) > 0),
            rows INTEGER CHECK (rows >= 0),
            rows_done INTEGER NOT NULL DEFAULT 0 CHECK (rows_done >= 0),
            files TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(files) AND json_type(files) = 'array'),
            error TEXT,
            created_at TEXT NOT NULL CHECK (length(created_at) = 30),
            started_at TEXT CHECK (length(started_at) = 30),
            finished_at TEXT CHECK (length(finished_at) = 30),
            heartbeat_at TEXT CHECK (length(heartbeat_at) = 30),
            worker_host TEXT CHECK (length(worker_host) > 0),
            worker_pid INTEGER CHECK (worker_pid > 0),
            CHECK ((worker_host IS NULL) = (worker_pid IS NULL)),
            CHECK (worker_host IS NULL OR heartbeat_at IS NOT NULL),
            CHECK ((status IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)),
            CHECK (status <> 'failed' OR error IS NOT NULL),
            CHECK (status = 'done' OR files = '[]')
        ) STRICT;
        CREATE INDEX exports_by_time ON exports (created_at, id);
        """
}
