extension StateSchema {
    /// A secret setting can only be kept as the name of an environment variable: the table refuses its value.
    static let registryTables = """
        CREATE TABLE projects (
            name TEXT NOT NULL PRIMARY KEY CHECK (length(name) > 0 AND name NOT GLOB '*[^a-zA-Z0-9_-]*'),
            created_at TEXT NOT NULL CHECK (length(created_at) = 30),
            archived_at TEXT CHECK (length(archived_at) = 30)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE feature_sets (
            project TEXT NOT NULL REFERENCES projects (name),
            name TEXT NOT NULL CHECK (length(name) > 0 AND name NOT GLOB '*[^a-zA-Z0-9_-]*'),
            status TEXT NOT NULL CHECK (status IN ('pending', 'job starting', 'ready')),
            created_at TEXT NOT NULL CHECK (length(created_at) = 30),
            updated_at TEXT NOT NULL CHECK (length(updated_at) = 30),
            definition TEXT NOT NULL CHECK (json_valid(definition) AND json_type(definition) = 'object'),
            archived_features TEXT NOT NULL
                CHECK (json_valid(archived_features) AND json_type(archived_features) = 'array'),
            PRIMARY KEY (project, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE stores (
            name TEXT NOT NULL PRIMARY KEY CHECK (length(name) > 0 AND name NOT GLOB '*[^a-zA-Z0-9_-]*'),
            type TEXT NOT NULL CHECK (length(type) > 0),
            created_at TEXT NOT NULL CHECK (length(created_at) = 30),
            updated_at TEXT NOT NULL CHECK (length(updated_at) = 30)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE store_settings (
            store TEXT NOT NULL REFERENCES stores (name) ON DELETE CASCADE,
            key TEXT NOT NULL CHECK (length(key) > 0),
            value TEXT NOT NULL,
            is_secret INTEGER NOT NULL CHECK (is_secret IN (0, 1)),
            PRIMARY KEY (store, key),
            CHECK (is_secret = 0 OR (length(value) > 3 AND value GLOB '${*}'
                AND substr(value, 3, length(value) - 3) NOT GLOB '*[^a-zA-Z0-9_]*'))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE store_subscriptions (
            store TEXT NOT NULL REFERENCES stores (name) ON DELETE CASCADE,
            place INTEGER NOT NULL CHECK (place >= 0),
            project TEXT NOT NULL CHECK (length(project) > 0),
            name TEXT NOT NULL CHECK (length(name) > 0),
            excludes INTEGER NOT NULL CHECK (excludes IN (0, 1)),
            PRIMARY KEY (store, place)
        ) STRICT, WITHOUT ROWID;
        """
}
