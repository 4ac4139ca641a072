public import FeatureModel

/// What was seen of one feature set in a window.
public struct FeatureSetMeasures: Sendable, Hashable {
    /// The feature set.
    public let featureSet: FeatureSetReference
    /// Rows that the store has taken. A row that its source hands out again counts again.
    public let rowsWritten: Int
    /// Rows that were set aside, whatever the reason.
    public let deadLetters: Int
    /// Those of ``deadLetters`` that the store refused; the others never got as far as the store.
    public let refusedRows: Int
    /// Milliseconds from event time to writing, of the rows that have an event time.
    public let rowLag: Distribution
    /// The features in the order of the set; empty when no row was written.
    public let features: [FeatureMeasures]

    /// Makes measures.
    public init(
        featureSet: FeatureSetReference, rowsWritten: Int, deadLetters: Int = 0, refusedRows: Int = 0,
        rowLag: Distribution, features: [FeatureMeasures]
    ) {
        self.featureSet = featureSet
        self.rowsWritten = rowsWritten
        self.deadLetters = deadLetters
        self.refusedRows = refusedRows
        self.rowLag = rowLag
        self.features = features
    }
}
