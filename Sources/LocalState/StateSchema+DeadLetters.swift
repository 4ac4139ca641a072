extension StateSchema {
    /// Job, store and feature set are not foreign keys: a letter outlives what it came from. The payload stands last,
    /// so that reading the other columns never touches the pages it overflows to.
    static let deadLetterTables = """
        CREATE TABLE dead_letters (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
            at TEXT NOT NULL CHECK (length(at) = 30),
            project TEXT,
            feature_set TEXT,
            store TEXT,
            job TEXT,
            transform TEXT NOT NULL CHECK (length(transform) > 0),
            reason TEXT NOT NULL CHECK (reason IN ('undecodable', 'unknown feature set', 'wrong type',
                'missing entity', 'bad timestamp', 'conflicting field', 'bad input', 'rejected', 'store failed')),
            message TEXT NOT NULL,
            partition INTEGER,
            source_offset INTEGER,
            ingestion TEXT NOT NULL,
            replays INTEGER NOT NULL CHECK (replays >= 0),
            payload BLOB NOT NULL,
            CHECK ((project IS NULL) = (feature_set IS NULL)),
            CHECK ((partition IS NULL) = (source_offset IS NULL))
        ) STRICT;
        CREATE INDEX dead_letters_by_time ON dead_letters (at, id);
        CREATE INDEX dead_letters_by_reason ON dead_letters (reason, at, id);
        CREATE INDEX dead_letters_by_store ON dead_letters (store, at, id);
        CREATE INDEX dead_letters_by_set ON dead_letters (project, feature_set, at, id);
        CREATE INDEX dead_letters_by_job ON dead_letters (job, at, id);
        CREATE INDEX dead_letters_by_group ON dead_letters (reason, project, feature_set, store, at);
        """
}
