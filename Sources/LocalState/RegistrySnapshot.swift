public import FeatureModel
import GRDB

/// The registry as one transaction sees it.
public struct RegistrySnapshot {
    let db: Database

    /// All projects, by name; archived ones included.
    public func projects() throws -> [RegisteredProject] {
        try Row.fetchAll(db, sql: "SELECT * FROM projects ORDER BY name").map(Self.project)
    }

    /// One project, archived or not.
    public func project(_ name: ProjectName) throws -> RegisteredProject? {
        try Row.fetchOne(db, sql: "SELECT * FROM projects WHERE name = ?", arguments: [name.rawValue])
            .map(Self.project)
    }

    /// All feature sets, by project and name.
    public func featureSets() throws -> [RegisteredFeatureSet] {
        try Row.fetchAll(db, sql: "SELECT * FROM feature_sets ORDER BY project, name").map(Self.featureSet)
    }

    /// One feature set.
    public func featureSet(_ reference: FeatureSetReference) throws -> RegisteredFeatureSet? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM feature_sets WHERE project = ? AND name = ?",
            arguments: [reference.project.rawValue, reference.name]
        ).map(Self.featureSet)
    }

    /// All registered stores, by name.
    public func stores() throws -> [RegisteredStore] {
        try Row.fetchAll(db, sql: "SELECT * FROM stores ORDER BY name").map(store)
    }

    /// One registered store.
    public func store(_ name: StoreName) throws -> RegisteredStore? {
        try Row.fetchOne(db, sql: "SELECT * FROM stores WHERE name = ?", arguments: [name.rawValue]).map(store)
    }

    private static func project(_ row: Row) throws -> RegisteredProject {
        RegisteredProject(
            name: ProjectName(rawValue: row["name"]), createdAt: try row.time("created_at"),
            archivedAt: try row.optionalTime("archived_at"))
    }

    private static func featureSet(_ row: Row) throws -> RegisteredFeatureSet {
        RegisteredFeatureSet(
            definition: try row.document("definition"), status: try row.word("status"),
            createdAt: try row.time("created_at"), updatedAt: try row.time("updated_at"),
            archivedFeatures: try row.document("archived_features"))
    }

    private func store(_ row: Row) throws -> RegisteredStore {
        let name: String = row["name"]
        let settings = try Row.fetchAll(db, sql: "SELECT * FROM store_settings WHERE store = ?", arguments: [name])
        let subscriptions = try Row.fetchAll(
            db, sql: "SELECT * FROM store_subscriptions WHERE store = ? ORDER BY place", arguments: [name])
        let pairs = settings.map { row -> (String, String) in (row["key"], row["value"]) }
        let definition = StoreDefinition(
            name: StoreName(rawValue: name), type: row["type"],
            config: Dictionary(pairs) { first, _ in first },
            subscriptions: subscriptions.map {
                Subscription(project: $0["project"], name: $0["name"], exclude: $0["excludes"])
            })
        return RegisteredStore(
            definition: definition, secretKeys: Set(settings.filter { $0["is_secret"] }.map { $0["key"] }),
            createdAt: try row.time("created_at"), updatedAt: try row.time("updated_at"))
    }
}
