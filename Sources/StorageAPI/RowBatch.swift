public import FeatureModel

/// Rows of one feature set on their way into a store.
public struct RowBatch: Sendable {
    /// The feature set as it was when the rows were validated; ``ValidatedRow/features`` follows its order.
    public let featureSet: FeatureSet
    /// The rows, in the order of the source.
    public let rows: [ValidatedRow]
    /// The job that writes them; stores that keep it put it into `job_id`.
    public let jobID: JobID

    /// Makes a batch.
    public init(featureSet: FeatureSet, rows: [ValidatedRow], jobID: JobID) {
        self.featureSet = featureSet
        self.rows = rows
        self.jobID = jobID
    }
}
