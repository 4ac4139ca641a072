import SQLiteAccess

/// The same table in two database files, looked at without the program under test.
struct TableComparison {
    private let connection: Connection
    private let table: String

    /// Opens two files that both have a table.
    init(_ first: String, _ second: String, table: String) throws {
        connection = try Connection(path: first, access: .existing)
        self.table = "\"\(table)\""
        try connection.execute("ATTACH '\(second)' AS second")
    }

    /// How many rows each file has.
    var counts: [Int64] {
        get throws {
            try ["main", "second"].map { try connection.integer("SELECT count(*) FROM \($0).\(table)") ?? -1 }
        }
    }

    /// How many rows only one of the files has, looking at every column but some.
    func differences(ignoring ignored: Set<String>) throws -> Int64 {
        let name = table.dropFirst().dropLast()
        let statement = try connection.prepare("SELECT name FROM pragma_table_info('\(name)')")
        var columns: [String] = []
        while try statement.step() { columns.append(statement.text(0)) }
        let compared = columns.filter { !ignored.contains($0) }.map { "\"\($0)\"" }.joined(separator: ", ")
        let (first, second) = ("SELECT \(compared) FROM main.\(table)", "SELECT \(compared) FROM second.\(table)")
        return try connection.integer(
            """
            SELECT (SELECT count(*) FROM (\(first) EXCEPT \(second)))
                 + (SELECT count(*) FROM (\(second) EXCEPT \(first)))
            """) ?? -1
    }
}
