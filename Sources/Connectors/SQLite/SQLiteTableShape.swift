import SQLiteAccess

/// The table that a feature set has: what a file says of its columns.
struct SQLiteTableShape: Sendable {
    private let declarations: [String: String]
    private let namesByLowerCase: [String: String]
    private let key: [SQLiteColumn]

    /// Reads the shape of a table; nil where there is no such table.
    init?(of table: SQLiteTable, in database: Connection) throws(DatabaseError) {
        let query = try database.statement("SELECT name, type, pk FROM pragma_table_info(?1)")
        defer { query.reset() }
        try query.bind(table.name, at: 1)
        var columns: [SQLiteColumn] = []
        var key: [(place: Int64, column: SQLiteColumn)] = []
        while try query.step() {
            let column = SQLiteColumn(name: query.text(0), declaration: query.text(1))
            columns.append(column)
            if query.int64(2) > 0 { key.append((query.int64(2), column)) }
        }
        guard !columns.isEmpty else { return nil }
        self.key = key.sorted { $0.place < $1.place }.map(\.column)
        declarations = Dictionary(columns.map { ($0.name, $0.declaration) }) { first, _ in first }
        namesByLowerCase = Dictionary(columns.map { ($0.name.lowercased(), $0.name) }) { first, _ in first }
    }

    /// The features that have no column yet.
    func missingFeatures(of table: SQLiteTable) -> [SQLiteColumn] {
        table.features.filter { declarations[$0.name] == nil }
    }

    /// True when the feature has its column.
    func has(_ column: SQLiteColumn) -> Bool { declarations[column.name] != nil }

    /// Why a feature set does not fit the table, in a sentence; nil when it does, or will once columns are added.
    ///
    /// - Parameter features: the columns concerned.
    func misfit(of table: SQLiteTable, features: [SQLiteColumn]) -> String? {
        guard key == table.key else {
            return
                "table \(table.name) was made for the entities \(Self.listed(key.dropLast(SQLiteColumn.times.count)))"
                + " and the feature set now has \(Self.listed(table.entities[...]));"
                + " entities cannot change: use a new feature set, or drop the table"
        }
        for feature in features {
            if let declared = declarations[feature.name], declared != feature.declaration {
                return "\(feature.name) is \(Self.type(declared)) in table \(table.name)"
                    + " and \(Self.type(feature.declaration)) in the feature set;"
                    + " types cannot change: give the feature a new name"
            }
            if let other = namesByLowerCase[feature.name.lowercased()], other != feature.name {
                return "\(feature.name) differs from the column \(other) of table \(table.name) only in case,"
                    + " which SQLite cannot tell apart: give the feature another name"
            }
        }
        return nil
    }

    private static func listed(_ columns: ArraySlice<SQLiteColumn>) -> String {
        columns.map { "\($0.name) \(type($0.declaration))" }.joined(separator: ", ")
    }

    /// Feast's name of a type, from the declaration of its column.
    private static func type(_ declaration: String) -> String {
        String(declaration.prefix { $0 != " " })
    }
}
