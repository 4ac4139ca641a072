public import FeatureModel

/// A record that is answered for, as it is entered into a job's ledger.
public struct AnsweredRecord: Sendable, Hashable {
    /// What became of it.
    public enum Outcome: Sendable, Hashable {
        /// The store has it.
        case written
        /// It was set aside as a dead letter.
        case failed
        /// The store does not subscribe to its feature set.
        case ignored
    }

    /// Where it stands in the source.
    public let position: SourcePosition
    /// The ingestion it came with; empty where unknown.
    public let ingestionID: IngestionID
    /// What became of it.
    public let outcome: Outcome

    /// Makes an entry.
    public init(position: SourcePosition, ingestionID: IngestionID, outcome: Outcome) {
        self.position = position
        self.ingestionID = ingestionID
        self.outcome = outcome
    }
}
