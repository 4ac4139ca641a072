public import FeatureModel
public import StorageAPI

/// Hears of every row that a job has answered for: for metrics and samples, never for the truth. A row that is handed out
/// again by its source is heard of again.
///
/// Called on the job's way: an observer answers at once and does not fail.
public protocol RowObserver: Sendable {
    /// Rows that the store has taken.
    ///
    /// - Parameters:
    ///   - rows: in the order of the source, of one feature set.
    ///   - now: when the store answered.
    func wrote(_ rows: RowBatch, at now: Timestamp)

    /// Rows that were set aside.
    ///
    /// - Parameter letters: as they were kept.
    func setAside(_ letters: [DeadLetter])
}
