public import StorageAPI

/// Where a job writes down what it has done: its row in the job-state database.
public protocol IngestionLedger: Sendable {
    /// Enters records that are answered for, all or none. A record at a position that was entered before is passed
    /// over, so that a redelivery counts nothing twice.
    ///
    /// - Throws: `cancelled` when the job's lease is lost; nothing was entered then, and nothing may be committed.
    func record(_ records: [AnsweredRecord]) async throws(StoreError)

    /// Writes down the trouble that holds the job up, or with nil that it is over.
    func report(trouble: StoreError?) async

    /// Writes down how far the job is behind its source.
    func report(lag: SourceLag) async
}
