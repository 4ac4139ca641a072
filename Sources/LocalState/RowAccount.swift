import FeatureModel

/// Rows summed up, without those that were entered before.
struct RowAccount {
    private(set) var jobCounters = JobCounters()
    private(set) var tallies: [IngestionID: JobCounters] = [:]
    /// The last offset per partition.
    private(set) var last: [Int32: Int64] = [:]

    /// - Parameters:
    ///   - jobMarks: the last offset that the job entered, by partition.
    ///   - routeMarks: the last offset that any job of the same source and store entered, by partition.
    init(_ rows: [AccountedRow], jobMarks: [Int32: Int64], routeMarks: [Int32: Int64]) {
        var ingestion = IngestionID("")
        var counters = JobCounters()
        for row in rows {
            let (partition, offset) = (row.position.partition, row.position.offset)
            last[partition] = max(offset, last[partition] ?? offset)
            if offset > jobMarks[partition] ?? -1 { jobCounters.count(row.outcome) }
            guard offset > routeMarks[partition] ?? -1 else { continue }
            if row.ingestionID != ingestion {
                settle(counters, for: ingestion)
                (ingestion, counters) = (row.ingestionID, JobCounters())
            }
            counters.count(row.outcome)
        }
        settle(counters, for: ingestion)
    }

    private mutating func settle(_ counters: JobCounters, for ingestion: IngestionID) {
        guard counters.rowsRead > 0, !ingestion.rawValue.isEmpty else { return }
        tallies[ingestion, default: JobCounters()].add(counters)
    }
}

extension JobCounters {
    mutating func count(_ outcome: RowOutcome) {
        rowsRead += 1
        switch outcome {
        case .written: rowsWritten += 1
        case .failed: rowsFailed += 1
        case .ignored: rowsIgnored += 1
        }
    }

    mutating func add(_ other: JobCounters) {
        rowsRead += other.rowsRead
        rowsWritten += other.rowsWritten
        rowsFailed += other.rowsFailed
        rowsIgnored += other.rowsIgnored
    }
}
