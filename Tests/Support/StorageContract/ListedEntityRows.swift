import FeatureModel
public import StorageAPI
import Synchronization

/// Entity rows from a list, with hooks for what tests need to happen in between.
public final class ListedEntityRows: EntityRowSource {
    /// How many rows there are.
    public let rowCount: Int64?
    private let questions: [HistoricalQuestion]
    private let setCount: Int
    private let taken = Mutex(0)
    private let beforeNext: @Sendable (_ rowsTaken: Int) throws -> Void

    /// Makes a source.
    ///
    /// - Parameters:
    ///   - questions: the rows.
    ///   - setCount: how many feature sets are asked.
    ///   - beforeNext: called with the number of rows handed out so far, on the engine's thread; may block, may throw.
    public init(
        _ questions: [HistoricalQuestion], setCount: Int,
        beforeNext: @escaping @Sendable (_ rowsTaken: Int) throws -> Void = { _ in }
    ) {
        self.rowCount = Int64(questions.count)
        self.questions = questions
        self.setCount = setCount
        self.beforeNext = beforeNext
    }

    /// The next rows.
    public func next(limit: Int) throws -> EntityRowBatch? {
        try beforeNext(taken.withLock { $0 })
        let slice = taken.withLock { taken in
            let slice = questions[taken..<min(questions.count, taken + max(1, limit))]
            taken += slice.count
            return slice
        }
        guard !slice.isEmpty else { return nil }
        return EntityRowBatch(
            timestamps: slice.map(\.time), keys: (0..<setCount).map { set in slice.map { $0.keys[set] } })
    }
}
