extension StateSchema {
    /// How jobs have been doing: bounded, and lost without harm.
    static let measureTables = """
        CREATE TABLE job_samples (
            job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
            at TEXT NOT NULL CHECK (length(at) = 30),
            rows_read INTEGER NOT NULL,
            rows_written INTEGER NOT NULL,
            rows_failed INTEGER NOT NULL,
            rows_ignored INTEGER NOT NULL,
            lag_rows INTEGER,
            event_lag_50 INTEGER,
            event_lag_99 INTEGER,
            PRIMARY KEY (job, at)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE job_set_measures (
            job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
            project TEXT NOT NULL,
            name TEXT NOT NULL,
            at TEXT NOT NULL CHECK (length(at) = 30),
            total_rows INTEGER NOT NULL,
            rows_per_second REAL NOT NULL,
            event_lag_50 INTEGER,
            event_lag_99 INTEGER,
            missing_share REAL,
            PRIMARY KEY (job, project, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE job_partitions (
            job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
            partition INTEGER NOT NULL,
            committed INTEGER,
            end INTEGER NOT NULL,
            lag_rows INTEGER NOT NULL,
            PRIMARY KEY (job, partition)
        ) STRICT, WITHOUT ROWID;
        """
}
