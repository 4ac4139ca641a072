import CSQLite

/// The best bare insert of station readings into the product's own table: sorted batches in large transactions, a large
/// cache, rare checkpoints, one prepared statement, no copies.
struct BareInsert {
    /// In which order the rows are there.
    enum Order {
        /// Hour by hour, as they arrive; each batch is sorted before it is inserted, and the sorting counts.
        case arriving
        /// As the table keeps them.
        case sorted
    }

    static let batchSize = 100_000
    static let ingestionID = "5b1f7e0a-9c3d-8e21-a4b6-0d9f3c7e1a25"
    static let jobID = "job-bench-0001"

    let rows: Int
    let stations: Int
    let order: Order

    /// Inserts into a file whose table is there and empty.
    ///
    /// - Returns: how long it took, in seconds, from the first row to the last commit.
    func run(intoFileAt path: String) throws -> Double {
        let database = try BareDatabase(path: path)
        try database.execute("PRAGMA journal_mode = WAL")
        try database.execute("PRAGMA synchronous = NORMAL")
        try database.execute("PRAGMA cache_size = -65536")
        try database.execute("PRAGMA wal_autocheckpoint = 20000")
        let places = (1...12).map { "?\($0)" }.joined(separator: ",")
        let statement = try database.prepare("INSERT INTO \(StationSet.table) VALUES (\(places))")
        defer { sqlite3_finalize(statement) }
        let texts = InsertTexts(stations: stations)
        bindConstants(texts.origins, to: statement)
        let stopwatch = Stopwatch()
        for start in stride(from: 0, to: rows, by: Self.batchSize) {
            let batch = batch(start..<min(start + Self.batchSize, rows))
            try database.execute("BEGIN IMMEDIATE")
            for (number, row) in batch {
                bind(row, number: number, texts, to: statement)
                guard sqlite3_step(statement) == SQLITE_DONE else { throw database.failure("insert") }
                sqlite3_reset(statement)
            }
            try database.execute("COMMIT")
        }
        return stopwatch.seconds
    }

    private func batch(_ numbers: Range<Int>) -> [(number: Int, row: StationRow)] {
        switch order {
        case .sorted:
            let hours = rows / stations
            return numbers.map { ($0, StationRow(station: $0 / hours, hour: hours - 1 - $0 % hours)) }
        case .arriving:
            var batch = numbers.map { ($0, StationRow.arriving($0, stations: stations)) }
            batch.sort { $0.1.station != $1.1.station ? $0.1.station < $1.1.station : $0.1.hour > $1.1.hour }
            return batch
        }
    }

    /// Columns: station, event time and its nanoseconds, created time and its nanoseconds, ingestion, job, partition,
    /// offset, and the features. No destructor means that SQLite need not copy.
    private func bindConstants(_ origins: CTexts, to statement: OpaquePointer) {
        sqlite3_bind_int64(statement, 3, 0)
        sqlite3_bind_int64(statement, 4, 1_700_000_000)
        sqlite3_bind_int64(statement, 5, 123_456_789)
        sqlite3_bind_text(statement, 6, origins.start(0), origins.count(0), nil)
        sqlite3_bind_text(statement, 7, origins.start(1), origins.count(1), nil)
        sqlite3_bind_int64(statement, 8, 0)
    }

    private func bind(_ row: StationRow, number: Int, _ texts: InsertTexts, to statement: OpaquePointer) {
        sqlite3_bind_text(statement, 1, texts.stations.start(row.station), texts.stations.count(row.station), nil)
        sqlite3_bind_int64(statement, 2, row.eventSecond)
        sqlite3_bind_int64(statement, 9, Int64(number))
        sqlite3_bind_double(statement, 10, row.temperature)
        sqlite3_bind_int64(statement, 11, row.humidity)
        sqlite3_bind_text(statement, 12, texts.skies.start(row.sky), texts.skies.count(row.sky), nil)
    }
}
