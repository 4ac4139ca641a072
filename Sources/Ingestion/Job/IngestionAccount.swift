public import FeatureModel

/// What the records up to certain positions came to, to be added to a job's ledger.
public struct IngestionAccount: Sendable, Hashable {
    /// Per partition the last position that is answered for, in ascending order.
    public let positions: [SourcePosition]
    /// What to add, by ingestion; records without one are counted under the empty id.
    public let tallies: [IngestionID: IngestionTally]

    /// Makes an account.
    public init(positions: [SourcePosition], tallies: [IngestionID: IngestionTally]) {
        self.positions = positions
        self.tallies = tallies
    }

    /// What to add in all.
    public var total: IngestionTally { tallies.values.reduce(into: IngestionTally()) { $0 += $1 } }
}
