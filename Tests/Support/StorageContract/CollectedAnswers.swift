public import FeatureModel
public import StorageAPI
import Synchronization

/// Takes the answers of a historical retrieval into memory.
public final class CollectedAnswers: AnswerSink {
    /// How the answers ended.
    public enum Ending: Sendable, Equatable {
        /// Not yet.
        case open
        /// Whole.
        case finished
        /// Thrown away.
        case discarded
    }

    private struct State {
        var rows: [[FeatureValue?]] = []
        var ending = Ending.open
    }

    private let state = Mutex(State())
    private let beforeAppend: @Sendable (_ rowsTaken: Int) throws -> Void
    private let beforeFinish: @Sendable () throws -> Void

    /// Makes a sink; the hooks are called on the engine's thread and may throw.
    public init(
        beforeAppend: @escaping @Sendable (_ rowsTaken: Int) throws -> Void = { _ in },
        beforeFinish: @escaping @Sendable () throws -> Void = {}
    ) {
        self.beforeAppend = beforeAppend
        self.beforeFinish = beforeFinish
    }

    /// What was taken so far; empty once discarded.
    public var rows: [[FeatureValue?]] { state.withLock { $0.rows } }
    /// How it ended.
    public var ending: Ending { state.withLock { $0.ending } }

    /// Takes the next answers.
    public func append(_ answers: [[FeatureValue?]]) throws {
        try beforeAppend(state.withLock { $0.rows.count })
        state.withLock { $0.rows += answers }
    }

    /// Ends whole.
    public func finish() throws -> [String] {
        try beforeFinish()
        state.withLock { $0.ending = .finished }
        return ["/memory/answers"]
    }

    /// Throws away, unless it has ended whole.
    public func discard() {
        state.withLock { state in
            guard state.ending != .finished else { return }
            state = State(rows: [], ending: .discarded)
        }
    }
}
