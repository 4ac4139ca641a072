public import StorageAPI
import Synchronization

/// The layer that leaves a store alone which does not answer: within ``Retrying``, so that attempts are refused, not calls.
///
/// One layer stands around all plugs of a store, so that each learns from the others. Refused attempts end with the code of
/// the failure before, as `transient`: whoever is patient tries again, whoever is not hears of it at once. Opening a plug is
/// neither refused nor counted, for it need not touch the store. A question how the store is (``StoreCall/Operation/probe``)
/// is never refused, and counted: an operator sees the store as it is, and closes the circuit by looking.
public final class CircuitBreaking: CallLayer {
    private let circuit: Mutex<Circuit>
    private let now: @Sendable () -> Duration

    /// Makes a layer whose circuit is closed.
    public init(_ policy: CircuitPolicy, clock: any Clock<Duration> = ContinuousClock()) {
        circuit = Mutex(Circuit(policy))
        now = clock.stopwatch()
    }

    /// Does the work, or refuses.
    public func perform<Answer: Sendable>(
        _ call: StoreCall, _ work: @escaping @Sendable () async throws(StoreError) -> Answer
    ) async throws(StoreError) -> Answer {
        if call.operation == .open { return try await work() }
        let isTrial = try admit(call)
        do {
            let answer = try await work()
            ended(.answered, isTrial)
            return answer
        } catch {
            ended(Self.outcome(of: error), isTrial)
            throw error
        }
    }

    private func admit(_ call: StoreCall) throws(StoreError) -> Bool {
        let time = now()
        switch circuit.withLock({ $0.admit(at: time) }) {
        case .granted: return false
        case .trial: return true
        case .refused(let left, let opening):
            guard call.operation == .probe else { throw refusal(of: call, left, opening) }
            return false
        }
    }

    private func ended(_ outcome: Circuit.Outcome, _ isTrial: Bool) {
        let time = now()
        circuit.withLock { $0.ended(outcome, isTrial: isTrial, at: time) }
    }

    /// A store that refuses is there; one that has too much to do is better left alone.
    private static func outcome(of error: StoreError) -> Circuit.Outcome {
        switch error.code {
        case .unavailable, .timedOut, .throttled: error.recovery == .permanent ? .untold : .failed(error)
        case .cancelled: .untold
        case .denied, .misconfigured, .rejected, .unsupported, .corrupted, .unexpected: .answered
        }
    }

    private func refusal(of call: StoreCall, _ left: Duration, _ opening: Circuit.Opening) -> StoreError {
        let rest = left > .zero ? "for \(left.inTenths) more" : "while one attempt is made"
        return StoreError(
            opening.cause.code, recovery: .transient, operation: call.operation.rawValue, connector: call.connector,
            store: call.store,
            message:
                "it is left alone \(rest), after \(opening.failures) failures in a row; the last: \(opening.cause.message)",
            context: opening.cause.context)
    }
}

extension Duration {
    /// In seconds, rounded up to tenths: `0.3 s`.
    fileprivate var inTenths: String {
        let tenths = (components.attoseconds + 99_999_999_999_999_999) / 100_000_000_000_000_000
        let all = components.seconds * 10 + tenths
        return "\(all / 10).\(all % 10) s"
    }
}
