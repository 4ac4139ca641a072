public import FeatureModel
public import StorageAPI

/// Where a job writes down what it has done: its row in the job-state database.
///
/// Counting is tied to positions: a record at or before the counted position of its partition is never counted again,
/// however often it is delivered.
public protocol IngestionLedger: Sendable {
    /// Per partition the last position that has been counted; empty for a job that has done nothing yet.
    func countedPositions() async throws(StoreError) -> [SourcePosition]

    /// Adds an account and moves the counted positions, in one transaction or not at all.
    func add(_ account: IngestionAccount) async throws(StoreError)

    /// Writes down the trouble that holds the job up, or with nil that it is over.
    func report(trouble: StoreError?) async

    /// Writes down how far the job is behind its source.
    func report(lag: SourceLag) async
}
