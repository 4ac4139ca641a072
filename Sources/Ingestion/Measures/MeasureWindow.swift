public import FeatureModel
public import StorageAPI
import Synchronization

/// Collects measures of rows from one drain to the next.
///
/// It is told on the job's way and asked from anywhere: one lock for a batch, none for a row. Dead letters without a
/// feature set belong to none and are not counted.
public final class MeasureWindow: RowObserver {
    private let detail: MeasureDetail
    private let capacity: Int
    private let tallies = Mutex<[FeatureSetReference: FeatureSetTally]>([:])

    /// Makes a window that has seen nothing.
    ///
    /// - Parameters:
    ///   - detail: how much to keep.
    ///   - capacity: the most values of one distribution to keep in a window; see ``Distribution``.
    public init(detail: MeasureDetail, capacity: Int = Distribution.usualCapacity) {
        self.detail = detail
        self.capacity = capacity
    }

    /// Measures rows that the store has taken.
    public func wrote(_ rows: RowBatch, at now: Timestamp) {
        tallies.withLock { $0[rows.featureSet.reference, default: emptyTally].add(rows, at: now) }
    }

    /// Counts rows that were set aside.
    public func setAside(_ letters: [DeadLetter]) {
        tallies.withLock { tallies in
            for letter in letters {
                guard let featureSet = letter.featureSet else { continue }
                tallies[featureSet, default: emptyTally].add(letter)
            }
        }
    }

    /// Takes what was seen since the last drain, sorted by feature set; sets of which nothing was seen are not there.
    public func drain() -> [FeatureSetMeasures] {
        let drained = tallies.withLock { tallies in
            defer { tallies = [:] }
            return tallies
        }
        return drained.map { $1.measures(of: $0) }.sorted { $0.featureSet < $1.featureSet }
    }

    private var emptyTally: FeatureSetTally { FeatureSetTally(detail: detail, capacity: capacity) }
}
