import CSQLite

/// The bare point-in-time query: one cached seek per question, the same columns as the export.
struct BareSeek {
    struct Answer: Sendable {
        let seconds: Double
        /// Of all humidities found, to compare with what the product found.
        let humiditySum: Int64
        let found: Int
    }

    let questions: [StationQuestion]
    let stations: Int

    func run(onFileAt path: String) throws -> Answer {
        let database = try BareDatabase(path: path)
        // As the product's reader has it.
        try database.execute("PRAGMA cache_size = -8192")
        let statement = try database.prepare(
            """
            SELECT event_timestamp, temperature, humidity, sky FROM \(StationSet.table)
            WHERE station = ?1 AND event_timestamp <= ?2
            ORDER BY event_timestamp DESC, "event_timestamp.ns" DESC, created_timestamp DESC LIMIT 1
            """)
        defer { sqlite3_finalize(statement) }
        let names = CTexts((0..<stations).map(StationRow.name(ofStation:)))
        try database.execute("BEGIN DEFERRED")
        let stopwatch = Stopwatch()
        var (sum, found, bytes, warmth) = (Int64(0), 0, Int32(0), 0.0)
        for question in questions {
            sqlite3_bind_text(statement, 1, names.start(question.station), names.count(question.station), nil)
            sqlite3_bind_int64(statement, 2, question.second)
            if sqlite3_step(statement) == SQLITE_ROW {
                found += 1
                warmth += sqlite3_column_double(statement, 1)
                sum += sqlite3_column_int64(statement, 2)
                _ = sqlite3_column_text(statement, 3)
                bytes &+= sqlite3_column_bytes(statement, 3)
            }
            sqlite3_reset(statement)
        }
        let seconds = stopwatch.seconds
        try database.execute("ROLLBACK")
        guard bytes >= found, warmth.isFinite else { throw BenchFailure("the bare query found no features") }
        return Answer(seconds: seconds, humiditySum: sum, found: found)
    }
}
