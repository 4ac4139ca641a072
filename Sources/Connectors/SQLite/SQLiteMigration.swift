import FeatureModel
import SQLiteAccess

/// Gives a feature set its table: makes it, or adds columns for new features. Columns of removed features stay.
enum SQLiteMigration {
    /// The most columns that SQLite allows a table.
    static let mostColumns = 2_000

    /// Migrates.
    ///
    /// Nothing is locked where nothing has to change. Two processes that migrate at once take turns: what is missing is
    /// judged again under the write lock.
    ///
    /// - Returns: why the feature set cannot be stored in this file; nil when its table is ready.
    static func prepare(_ table: SQLiteTable, in database: Connection) throws(DatabaseError) -> String? {
        if let refusal = refusal(of: table) { return refusal }
        if let shape = try SQLiteTableShape(of: table, in: database) {
            if let misfit = shape.misfit(of: table, features: table.features) { return misfit }
            if shape.missingFeatures(of: table).isEmpty { return nil }
        }
        return try database.transaction(.writing) { () throws(DatabaseError) in
            try migrate(table, in: database)
        }
    }

    private static func migrate(_ table: SQLiteTable, in database: Connection) throws(DatabaseError) -> String? {
        guard let shape = try SQLiteTableShape(of: table, in: database) else {
            try database.execute(table.creation)
            return nil
        }
        if let misfit = shape.misfit(of: table, features: table.features) { return misfit }
        for column in shape.missingFeatures(of: table) {
            try database.execute("ALTER TABLE \(table.quoted) ADD COLUMN \(column.quoted) \(column.declaration)")
        }
        return nil
    }

    /// What no table could hold.
    private static func refusal(of table: SQLiteTable) -> String? {
        if let (first, second) = table.clash {
            return "\(first) and \(second) would be one column, because SQLite does not tell upper case from lower;"
                + " give one of them another name"
        }
        if table.columns.count > mostColumns {
            return "it needs \(table.columns.count) columns, and SQLite allows \(mostColumns);"
                + " split the feature set"
        }
        return nil
    }
}
