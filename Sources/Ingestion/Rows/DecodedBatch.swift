import FeatureModel
import StorageAPI

/// What a batch of records came to: rows by feature set, records to set aside, records to ignore.
struct DecodedBatch: Sendable {
    /// Rows of one feature set, in the order of the source.
    struct Group: Sendable {
        let featureSet: FeatureSet
        var rows: [ValidatedRow] = []
        /// For each row its record's place in ``DecodedBatch/records``.
        var recordIndices: [Int] = []
    }

    /// A record that is no good row.
    struct Rejected: Sendable {
        let recordIndex: Int
        let rejection: RowRejection
        let featureSet: FeatureSetReference?
        let ingestionID: IngestionID
    }

    /// A record of a feature set that the store does not subscribe to.
    struct Ignored: Sendable {
        let recordIndex: Int
        let ingestionID: IngestionID
    }

    let records: [SourceRecord]
    var groups: [Group] = []
    var rejected: [Rejected] = []
    var ignored: [Ignored] = []

    /// The last position of every partition in the batch.
    var lastPositions: [SourcePosition] {
        var last: [Int32: Int64] = [:]
        for record in records { last[record.position.partition] = record.position.offset }
        return last.map { SourcePosition(partition: $0.key, offset: $0.value) }.sorted()
    }
}
