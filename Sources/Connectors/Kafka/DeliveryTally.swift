import FeatureModel

/// The reports on one lot of rows, counted.
struct DeliveryTally: Sendable {
    /// Rows that there is no report on yet.
    private(set) var outstanding = 0
    /// Rows that the topic holds.
    private(set) var delivered = 0
    /// Rows that it did not take.
    private(set) var failed = 0
    /// The first of those within its lot, and why.
    private(set) var firstFailure: (index: Int, code: KafkaCode)?
    private var greatest: [Int32: Int64] = [:]

    init(outstanding: Int = 0) {
        self.outstanding = outstanding
    }

    /// The greatest position per partition.
    var end: [SourcePosition] {
        greatest.map { SourcePosition(partition: $0.key, offset: $0.value) }.sorted()
    }

    mutating func count(row index: Int, at partition: Int32, offset: Int64, code: KafkaCode) {
        outstanding -= 1
        if code.isSuccess {
            delivered += 1
            if offset >= 0 { greatest[partition] = max(greatest[partition] ?? 0, offset) }
        } else {
            failed += 1
            if firstFailure.map({ index < $0.index }) ?? true { firstFailure = (index, code) }
        }
    }
}
