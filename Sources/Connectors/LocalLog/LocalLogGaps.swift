import FeatureModel
import SQLiteAccess
import StorageAPI

/// Row numbers of an ingestion that were passed over: rows that could not be read when the rows behind them were
/// appended. They are taken when they come after all, such as when the file is ingested with another reading of times.
struct LocalLogGaps {
    /// Logs that were made before there were gaps get the table too.
    static let table = """
        CREATE TABLE IF NOT EXISTS gaps(
            ingestion_id TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
            PRIMARY KEY(ingestion_id, first)) WITHOUT ROWID
        """

    let ingestion: IngestionID
    let database: Connection

    /// The records that were not taken yet.
    ///
    /// - Parameters:
    ///   - records: in ascending order of their numbers.
    ///   - last: the greatest number that was taken.
    func untaken(_ records: [PublishedRecord], behind last: Int64) throws(DatabaseError) -> [PublishedRecord] {
        guard let first = records.first, let end = records.last, first.rowNumber <= last else { return records }
        var gaps = try ranges(overlapping: first.rowNumber...end.rowNumber)[...]
        return records.filter { record in
            while let gap = gaps.first, gap.upperBound < record.rowNumber { gaps.removeFirst() }
            return record.rowNumber > last || gaps.first?.contains(record.rowNumber) == true
        }
    }

    /// Notes that records were taken: gaps before `last` close, those behind it open.
    func fill(_ records: [PublishedRecord], behind last: Int64) throws(DatabaseError) {
        let late = records.prefix { $0.rowNumber <= last }.map(\.rowNumber)
        if let first = late.first, let end = late.last {
            for gap in try ranges(overlapping: first...end) { try close(gap, with: late) }
        }
        var next = last
        for record in records.dropFirst(late.count) {
            if record.rowNumber - 1 > next { try open(next + 1...record.rowNumber - 1) }
            next = record.rowNumber
        }
    }

    private func close(_ gap: ClosedRange<Int64>, with numbers: [Int64]) throws(DatabaseError) {
        let delete = try database.statement("DELETE FROM gaps WHERE ingestion_id = ?1 AND first = ?2")
        try delete.bind(ingestion.rawValue, at: 1)
        try delete.bind(gap.lowerBound, at: 2)
        try delete.run()
        var start = gap.lowerBound
        for number in numbers where gap.contains(number) {
            if number > start { try open(start...number - 1) }
            start = number + 1
        }
        if start <= gap.upperBound { try open(start...gap.upperBound) }
    }

    private func open(_ gap: ClosedRange<Int64>) throws(DatabaseError) {
        let insert = try database.statement("INSERT INTO gaps(ingestion_id, first, last) VALUES (?1, ?2, ?3)")
        try insert.bind(ingestion.rawValue, at: 1)
        try insert.bind(gap.lowerBound, at: 2)
        try insert.bind(gap.upperBound, at: 3)
        try insert.run()
    }

    /// In ascending order; gaps never overlap each other.
    private func ranges(overlapping numbers: ClosedRange<Int64>) throws(DatabaseError) -> [ClosedRange<Int64>] {
        let query = try database.statement(
            """
            SELECT first, last FROM gaps WHERE ingestion_id = ?1 AND first <= ?3 AND first >= coalesce(
                (SELECT max(first) FROM gaps WHERE ingestion_id = ?1 AND first <= ?2), ?2)
            ORDER BY first
            """)
        defer { query.reset() }
        try query.bind(ingestion.rawValue, at: 1)
        try query.bind(numbers.lowerBound, at: 2)
        try query.bind(numbers.upperBound, at: 3)
        var ranges: [ClosedRange<Int64>] = []
        while try query.step() {
            let (first, last) = (query.int64(0), query.int64(1))
            if last >= numbers.lowerBound, first <= last { ranges.append(first...last) }
        }
        return ranges
    }
}
