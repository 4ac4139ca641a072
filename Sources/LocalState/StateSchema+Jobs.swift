extension StateSchema {
    /// One active job per source and store is a unique index; what counts once is keyed by position.
    static let jobTables = """
        CREATE TABLE jobs (
            id TEXT NOT NULL PRIMARY KEY CHECK (length(id) > 0),
            source TEXT NOT NULL CHECK (json_valid(source) AND json_type(source) = 'object'),
            store TEXT NOT NULL CHECK (length(store) > 0),
            desired TEXT NOT NULL CHECK (desired IN ('running', 'stopped')),
            generation INTEGER NOT NULL CHECK (generation >= 0),
            status TEXT NOT NULL CHECK (status IN ('UNKNOWN', 'PENDING', 'RUNNING', 'COMPLETED', 'ABORTING',
                'ABORTED', 'ERROR', 'SUSPENDING', 'SUSPENDED')),
            rows_read INTEGER NOT NULL DEFAULT 0 CHECK (rows_read >= 0),
            rows_written INTEGER NOT NULL DEFAULT 0 CHECK (rows_written >= 0),
            rows_failed INTEGER NOT NULL DEFAULT 0 CHECK (rows_failed >= 0),
            rows_ignored INTEGER NOT NULL DEFAULT 0 CHECK (rows_ignored >= 0),
            lag_rows INTEGER CHECK (lag_rows >= 0),
            lag_seconds INTEGER CHECK (lag_seconds >= 0),
            last_error TEXT,
            created_at TEXT NOT NULL CHECK (length(created_at) = 30),
            started_at TEXT CHECK (length(started_at) = 30),
            heartbeat_at TEXT CHECK (length(heartbeat_at) = 30),
            worker_host TEXT CHECK (length(worker_host) > 0),
            worker_pid INTEGER CHECK (worker_pid > 0),
            restarts INTEGER NOT NULL DEFAULT 0 CHECK (restarts >= 0),
            CHECK ((worker_host IS NULL) = (worker_pid IS NULL)),
            CHECK (worker_host IS NULL OR heartbeat_at IS NOT NULL),
            CHECK (rows_read >= rows_written + rows_failed + rows_ignored)
        ) STRICT;

        CREATE UNIQUE INDEX one_active_job ON jobs (source, store)
            WHERE status NOT IN ('COMPLETED', 'ABORTED', 'ERROR');
        CREATE INDEX jobs_by_store ON jobs (store, source, created_at);

        CREATE TABLE job_feature_sets (
            job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
            project TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (job, project, name),
            FOREIGN KEY (project, name) REFERENCES feature_sets (project, name)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX job_feature_sets_by_set ON job_feature_sets (project, name, job);

        CREATE TABLE job_events (
            sequence INTEGER PRIMARY KEY,
            job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
            at TEXT NOT NULL CHECK (length(at) = 30),
            from_status TEXT CHECK (from_status IN ('UNKNOWN', 'PENDING', 'RUNNING', 'COMPLETED', 'ABORTING',
                'ABORTED', 'ERROR', 'SUSPENDING', 'SUSPENDED')),
            to_status TEXT NOT NULL CHECK (to_status IN ('UNKNOWN', 'PENDING', 'RUNNING', 'COMPLETED', 'ABORTING',
                'ABORTED', 'ERROR', 'SUSPENDING', 'SUSPENDED')),
            actor TEXT NOT NULL CHECK (actor IN ('reconciler', 'worker', 'operator')),
            reason TEXT NOT NULL
        ) STRICT;
        CREATE INDEX job_events_by_job ON job_events (job, sequence);

        CREATE TABLE job_positions (
            job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
            partition INTEGER NOT NULL CHECK (partition >= 0),
            last_offset INTEGER NOT NULL CHECK (last_offset >= 0),
            PRIMARY KEY (job, partition)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE route_positions (
            source TEXT NOT NULL,
            store TEXT NOT NULL,
            partition INTEGER NOT NULL CHECK (partition >= 0),
            last_offset INTEGER NOT NULL CHECK (last_offset >= 0),
            PRIMARY KEY (source, store, partition)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE ingestion_tallies (
            ingestion TEXT NOT NULL,
            job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
            rows_written INTEGER NOT NULL CHECK (rows_written >= 0),
            rows_failed INTEGER NOT NULL CHECK (rows_failed >= 0),
            rows_ignored INTEGER NOT NULL CHECK (rows_ignored >= 0),
            PRIMARY KEY (ingestion, job)
        ) STRICT, WITHOUT ROWID;
        """
}
