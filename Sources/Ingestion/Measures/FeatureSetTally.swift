import FeatureModel
import StorageAPI

/// Counts what is seen of one feature set.
struct FeatureSetTally: Sendable {
    private let detail: MeasureDetail
    private let capacity: Int
    private var features: [Feature] = []
    private var tallies: [FeatureTally] = []
    private var rowsWritten = 0
    private var deadLetters = 0
    private var refusedRows = 0
    private var rowLag: Distribution

    init(detail: MeasureDetail, capacity: Int) {
        self.detail = detail
        self.capacity = capacity
        rowLag = Distribution(capacity: capacity)
    }

    mutating func add(_ batch: RowBatch, at now: Timestamp) {
        if features != batch.featureSet.features { follow(batch.featureSet.features) }
        rowsWritten += batch.rows.count
        switch detail {
        case .values: for row in batch.rows { addValues(of: row, lag: row.lagMilliseconds(at: now)) }
        case .counts: for row in batch.rows { countValues(of: row, lag: row.lagMilliseconds(at: now)) }
        }
    }

    mutating func add(_ letter: DeadLetter) {
        deadLetters += 1
        if letter.transform == RowRejection.Transform.write.rawValue { refusedRows += 1 }
    }

    private mutating func addValues(of row: ValidatedRow, lag: Double?) {
        for index in tallies.indices { tallies[index].add(row.features[index], lag: lag, rowLag: rowLag) }
        if let lag { rowLag.add(lag) }
    }

    private mutating func countValues(of row: ValidatedRow, lag: Double?) {
        for index in tallies.indices { tallies[index].count(row.features[index]) }
        if let lag { rowLag.add(lag) }
    }

    /// The set was changed within the window: features that stay keep what was seen of them.
    private mutating func follow(_ features: [Feature]) {
        let known = Dictionary(zip(self.features, tallies)) { first, _ in first }
        let isNew = rowsWritten == 0
        self.features = features
        tallies = features.map { feature in
            known[feature] ?? FeatureTally(feature, isNew: isNew, detail: detail, capacity: capacity)
        }
    }

    func measures(of featureSet: FeatureSetReference) -> FeatureSetMeasures {
        FeatureSetMeasures(
            featureSet: featureSet, rowsWritten: rowsWritten, deadLetters: deadLetters, refusedRows: refusedRows,
            rowLag: rowLag, features: tallies.map { $0.measures(rowLag: rowLag, detail: detail) })
    }
}
