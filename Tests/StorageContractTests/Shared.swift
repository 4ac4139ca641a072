import FeatureModel
import StorageAPI
import Synchronization

/// Something that a liar remembers, shared by the closures of the lie.
final class Shared<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) {
        mutex = Mutex(value)
    }

    func change<Answer: Sendable>(_ change: @Sendable (inout Value) -> Answer) -> Answer {
        mutex.withLock { change(&$0) }
    }
}

extension Shared where Value == [EntityKey: [FeatureValue?]] {
    /// The row with its nulls filled from the last row of its key.
    func filled(_ row: ValidatedRow) -> ValidatedRow {
        change { known in
            var row = row
            if let old = known[row.key] { row.features = zip(row.features, old).map { $0 ?? $1 } }
            known[row.key] = row.features
            return row
        }
    }
}

extension Shared where Value == Set<EntityKey> {
    /// True for the first row of a key.
    func insert(_ key: EntityKey) -> Bool { change { $0.insert(key).inserted } }
}

extension Shared where Value == Set<ValidatedRow> {
    /// The rows that are new, and refusals of those that are not.
    func split(_ rows: [ValidatedRow]) -> (new: [ValidatedRow], failed: [FailedElement]) {
        change { seen in
            var new: [ValidatedRow] = []
            var failed: [FailedElement] = []
            for (index, row) in rows.enumerated() {
                if seen.insert(row).inserted { new.append(row) } else { failed.append(SinkLies.refusal(index)) }
            }
            return (new, failed)
        }
    }
}
