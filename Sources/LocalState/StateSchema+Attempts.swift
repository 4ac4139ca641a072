extension StateSchema {
    /// Failures in a row, and when the next attempt is due.
    static let attemptColumns = """
        ALTER TABLE jobs ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0);
        ALTER TABLE jobs ADD COLUMN retry_at TEXT CHECK (length(retry_at) = 30);
        """
}
