import FeatureModel

/// A column of a feature set's table: its name, and the type it is declared with.
///
/// The declared type is Feast's name of the type and the storage class, such as `INT64 INTEGER`; so the table itself tells
/// which type a feature had when it was added.
struct SQLiteColumn: Sendable, Hashable {
    let name: String
    let declaration: String

    /// Columns for the two times, in the order of the key: greatest first.
    static let times = ["event_timestamp", "event_timestamp.ns", "created_timestamp", "created_timestamp.ns"]
        .map { SQLiteColumn(name: $0, declaration: "INTEGER") }
    /// Columns that say where a row came from.
    static let origin = [
        SQLiteColumn(name: "ingestion_id", declaration: "TEXT"), SQLiteColumn(name: "job_id", declaration: "TEXT"),
        SQLiteColumn(name: "source.partition", declaration: "INTEGER"),
        SQLiteColumn(name: "source.offset", declaration: "INTEGER"),
    ]

    init(name: String, declaration: String) {
        self.name = name
        self.declaration = declaration
    }

    init(_ entity: Entity) {
        self.init(name: entity.name, declaration: Self.declaration(of: entity.type))
    }

    init(_ feature: Feature) {
        self.init(name: feature.name, declaration: Self.declaration(of: feature.type))
    }

    /// The name as it stands in SQL.
    var quoted: String { SQLiteName.quoted(name) }

    /// SQLite derives a column's affinity from its declaration. Floating-point columns are declared `BLOB`, that is
    /// without affinity, because one for numbers would take the sign of -0.
    static func declaration(of type: ValueType) -> String {
        switch type {
        case .string: "\(type.name) TEXT"
        case .int32, .int64, .bool: "\(type.name) INTEGER"
        default: "\(type.name) BLOB"
        }
    }
}
