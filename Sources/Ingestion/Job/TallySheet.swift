import FeatureModel

/// Counts records by ingestion, those that have been counted before left out.
struct TallySheet {
    private var counted: [Int32: Int64]
    private var tallies: [IngestionID: IngestionTally] = [:]
    private var lastID: IngestionID?
    private var lastTally = IngestionTally()

    init(counted: [SourcePosition]) {
        self.counted = Dictionary(counted.map { ($0.partition, $0.offset) }) { max($0, $1) }
    }

    /// Counts one record; rows mostly come in runs of one ingestion, so the last tally is kept at hand.
    mutating func count(
        _ outcome: WritableKeyPath<IngestionTally, Int64>, at position: SourcePosition, of ingestion: IngestionID
    ) {
        if let last = counted[position.partition], position.offset <= last { return }
        if ingestion != lastID {
            putBack()
            lastID = ingestion
            lastTally = tallies[ingestion] ?? IngestionTally()
        }
        lastTally[keyPath: outcome] += 1
    }

    /// Takes what was counted as an account up to these positions, and begins a new sheet behind them.
    mutating func account(upTo positions: [SourcePosition]) -> IngestionAccount {
        putBack()
        lastID = nil
        let account = IngestionAccount(positions: positions, tallies: tallies)
        tallies = [:]
        for position in positions {
            counted[position.partition] = max(counted[position.partition] ?? position.offset, position.offset)
        }
        return account
    }

    private mutating func putBack() {
        if let lastID { tallies[lastID] = lastTally }
    }
}
