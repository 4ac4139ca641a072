public import StorageAPI
import Synchronization

/// What goes wrong, and when: a script, a rule or a severed connection. Shared by the ``Faulty`` layers that follow it
/// and by the test that writes it.
public final class FaultPlan: Sendable {
    /// What becomes of one call.
    public enum Fault: Sendable, Equatable {
        /// Nothing goes wrong.
        case none
        /// It fails before the store has heard of it.
        case refused(StoreError)
        /// The store does it, and the answer is lost.
        case answerLost(StoreError)
        /// It gets no answer until it is cancelled; the store has not heard of it.
        case silence
    }

    private struct State {
        var script: [StoreCall.Operation: [Fault]] = [:]
        var severed: StoreError?
        var rule: (@Sendable (StoreCall) -> Fault)?
        var calls: [StoreCall] = []
    }

    private let state = Mutex(State())

    /// Makes a plan by which nothing goes wrong.
    public init() {}

    /// Appends what becomes of the next calls of an operation, one element per call; later calls go well again.
    public func script(_ operation: StoreCall.Operation, _ faults: Fault...) {
        state.withLock { $0.script[operation, default: []] += faults }
    }

    /// Judges every call that the script says nothing about. Random faults are a rule with a generator of its own.
    public func setRule(_ rule: (@Sendable (StoreCall) -> Fault)?) {
        state.withLock { $0.rule = rule }
    }

    /// Lets every call fail, from now on, with an error.
    public func sever(with error: StoreError) {
        state.withLock { $0.severed = error }
    }

    /// Ends ``sever(with:)``.
    public func heal() {
        state.withLock { $0.severed = nil }
    }

    /// Every call so far, in order, with those that failed.
    public var calls: [StoreCall] { state.withLock { $0.calls } }

    /// Notes a call and decides what becomes of it.
    public func next(for call: StoreCall) -> Fault {
        state.withLock { state in
            state.calls.append(call)
            if let error = state.severed { return .refused(error) }
            if let first = state.script[call.operation]?.first {
                state.script[call.operation]?.removeFirst()
                return first
            }
            return state.rule?(call) ?? .none
        }
    }
}
