import FeatureModel
import SQLiteAccess

/// The table that a feature set should have.
struct SQLiteTable: Sendable {
    /// The table's name, not quoted.
    let name: String
    /// The entities' columns, in the order of ``EntityKey``.
    let entities: [SQLiteColumn]
    /// The features' columns, in the order of the feature set.
    let features: [SQLiteColumn]

    init(_ featureSet: FeatureSet) {
        name = SQLiteName.table(of: featureSet.reference)
        entities = featureSet.keyEntities.map { SQLiteColumn($0) }
        features = featureSet.features.map { SQLiteColumn($0) }
    }

    /// The name as it stands in SQL.
    var quoted: String { SQLiteName.quoted(name) }

    /// The primary key: one seek finds the newest row of an entity, or the newest one as of a time.
    var key: [SQLiteColumn] { entities + SQLiteColumn.times }

    /// All columns, in the order in which rows are bound.
    var columns: [SQLiteColumn] { key + SQLiteColumn.origin + features }

    /// The statement that makes the table. The rows are the primary key's tree (`WITHOUT ROWID`): clustered by entity,
    /// then from the newest event time to the oldest.
    var creation: String {
        let required = (key + SQLiteColumn.origin).map { "\($0.quoted) \($0.declaration) NOT NULL" }
        let optional = features.map { "\($0.quoted) \($0.declaration)" }
        let primaryKey = entities.map(\.quoted) + SQLiteColumn.times.map { "\($0.quoted) DESC" }
        let parts = required + optional + ["PRIMARY KEY(\(primaryKey.joined(separator: ", ")))"]
        return "CREATE TABLE \(quoted)(\(parts.joined(separator: ", "))) WITHOUT ROWID"
    }

    /// Two of these columns that SQLite cannot tell apart; nil where there are none.
    var clash: (String, String)? {
        var seen: [String: String] = [:]
        for column in columns {
            if let other = seen.updateValue(column.name, forKey: column.name.lowercased()) {
                return (other, column.name)
            }
        }
        return nil
    }
}
