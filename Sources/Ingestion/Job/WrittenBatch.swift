import FeatureModel
import StorageAPI

/// A batch whose rows the store has answered for.
struct WrittenBatch: Sendable {
    let batch: DecodedBatch
    /// For each of the batch's groups the rows that the store refused.
    var failures: [[FailedElement]] = []
    /// When the store had answered.
    var at: Timestamp
}
