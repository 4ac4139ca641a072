public import FeatureModel

/// One record that a job has answered for.
public struct AccountedRow: Sendable, Hashable {
    /// Where it stood in the source.
    public let position: SourcePosition
    /// The ingestion it came with; empty where unknown.
    public let ingestionID: IngestionID
    /// What became of it.
    public let outcome: RowOutcome

    /// Makes an account of one record.
    public init(position: SourcePosition, ingestionID: IngestionID, outcome: RowOutcome) {
        self.position = position
        self.ingestionID = ingestionID
        self.outcome = outcome
    }
}
