public import FeatureModel
import GRDB

/// The registry within a transaction that may change it. The tables keep nonsense out (names, status words, secrets);
/// which change is allowed is decided by whoever holds the transaction.
public struct RegistryTransaction {
    let db: Database

    /// What the transaction sees, its own changes included.
    public var snapshot: RegistrySnapshot { RegistrySnapshot(db: db) }

    /// Adds a project, or replaces what is known about it.
    public func save(_ project: RegisteredProject) throws {
        try db.execute(
            sql: """
                INSERT INTO projects (name, created_at, archived_at) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET archived_at = excluded.archived_at
                """,
            arguments: [
                project.name.rawValue, StoredText.time(project.createdAt), project.archivedAt.map(StoredText.time),
            ])
    }

    /// Adds a feature set, or replaces it; the time of its creation stays.
    public func save(_ set: RegisteredFeatureSet) throws {
        try db.execute(
            sql: """
                INSERT INTO feature_sets
                    (project, name, status, created_at, updated_at, definition, archived_features)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (project, name) DO UPDATE SET status = excluded.status, updated_at = excluded.updated_at,
                    definition = excluded.definition, archived_features = excluded.archived_features
                """,
            arguments: [
                set.definition.reference.project.rawValue, set.definition.reference.name, set.status.rawValue,
                StoredText.time(set.createdAt), StoredText.time(set.updatedAt), StoredText.json(set.definition),
                StoredText.json(set.archivedFeatures),
            ])
    }

    /// Sets a feature set's status, if it still is what the decision was made on.
    ///
    /// - Returns: false when somebody changed the status or applied the set anew in between.
    @discardableResult
    public func setStatus(
        of reference: FeatureSetReference, from old: FeatureSetStatus, to new: FeatureSetStatus,
        ifUpdatedAt updatedAt: Timestamp
    ) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE feature_sets SET status = ?
                WHERE project = ? AND name = ? AND status = ? AND updated_at = ?
                """,
            arguments: [
                new.rawValue, reference.project.rawValue, reference.name, old.rawValue, StoredText.time(updatedAt),
            ])
        return db.changesCount == 1
    }

    /// Adds a store, or replaces it; the time of its creation stays.
    public func save(_ store: RegisteredStore) throws {
        let name = store.definition.name.rawValue
        try db.execute(
            sql: """
                INSERT INTO stores (name, type, created_at, updated_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET type = excluded.type, updated_at = excluded.updated_at
                """,
            arguments: [
                name, store.definition.type, StoredText.time(store.createdAt), StoredText.time(store.updatedAt),
            ])
        try saveSettings(of: store)
        try saveSubscriptions(of: store.definition)
    }

    /// Removes a store.
    ///
    /// - Returns: false when there was none.
    @discardableResult
    public func deleteStore(_ name: StoreName) throws -> Bool {
        try db.execute(sql: "DELETE FROM stores WHERE name = ?", arguments: [name.rawValue])
        return db.changesCount == 1
    }

    private func saveSettings(of store: RegisteredStore) throws {
        let name = store.definition.name.rawValue
        try db.execute(sql: "DELETE FROM store_settings WHERE store = ?", arguments: [name])
        for (key, value) in store.definition.config {
            try db.execute(
                sql: "INSERT INTO store_settings (store, key, value, is_secret) VALUES (?, ?, ?, ?)",
                arguments: [name, key, value, store.secretKeys.contains(key)])
        }
    }

    private func saveSubscriptions(of store: StoreDefinition) throws {
        try db.execute(sql: "DELETE FROM store_subscriptions WHERE store = ?", arguments: [store.name.rawValue])
        for (place, subscription) in store.subscriptions.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO store_subscriptions (store, place, project, name, excludes) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    store.name.rawValue, place, subscription.project, subscription.name, subscription.exclude,
                ])
        }
    }
}
