public import FeatureModel
public import StorageAPI
import Synchronization

/// One entity row in memory: what the history says of a single key as of a time.
public final class KeyQuestion: EntityRowSource, AnswerSink {
    private enum State {
        case unasked
        case asked
        case answered([FeatureValue?])
    }

    private let key: EntityKey
    private let time: Timestamp
    private let state = Mutex(State.unasked)

    /// Asks for one key of the only feature set of a request.
    public init(key: EntityKey, at time: Timestamp) {
        self.key = key
        self.time = time
    }

    /// One.
    public var rowCount: Int64? { 1 }

    /// The values, once they came.
    public var answer: [FeatureValue?]? {
        state.withLock { state in
            if case .answered(let values) = state { values } else { nil }
        }
    }

    /// The row, the first time.
    public func next(limit: Int) -> EntityRowBatch? {
        state.withLock { state in
            guard case .unasked = state else { return nil }
            state = .asked
            return EntityRowBatch(timestamps: [time], keys: [[key]])
        }
    }

    /// Keeps the answer.
    public func append(_ answers: [[FeatureValue?]]) {
        guard let values = answers.first else { return }
        state.withLock { $0 = .answered(values) }
    }

    /// Nothing is to be finished in memory.
    public func finish() -> [String] { [] }

    /// Forgets the answer.
    public func discard() {
        state.withLock { $0 = .asked }
    }
}
