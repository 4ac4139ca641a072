import StorageAPI

/// Whether a store may be asked: the state of its circuit.
///
/// Pure: it knows no clock. It is asked before every attempt and told what came of it. After so many failures in a row it
/// opens, and every attempt is refused. When the rest is over, a single attempt goes through as a trial: the circuit closes
/// when it succeeds, and stays open for twice as long when it fails.
struct Circuit: Sendable {
    /// Whether an attempt may be made.
    enum Admission: Sendable, Equatable {
        case granted
        /// It may be made, and decides for the others.
        case trial
        /// The store is left alone for so much longer.
        case refused(left: Duration, Opening)
    }

    /// Why a circuit is open.
    struct Opening: Sendable, Equatable {
        /// The failure that opened it, or the latest trial's.
        let cause: StoreError
        /// Failures in a row, trials included.
        let failures: Int
    }

    /// What came of an attempt, as far as it tells of the store.
    enum Outcome: Sendable, Equatable {
        /// The store answered, if only to refuse.
        case answered
        case failed(StoreError)
        /// It tells nothing: the attempt was cancelled.
        case untold
    }

    private enum State: Sendable {
        case closed(failures: Int)
        case open(Opening, until: Duration, rest: Duration)
        /// A trial is under way.
        case trying(Opening, rest: Duration)
    }

    private let policy: CircuitPolicy
    private var state = State.closed(failures: 0)

    init(_ policy: CircuitPolicy) {
        self.policy = policy
    }

    /// Asks for an attempt.
    ///
    /// - Parameter now: on whatever clock, always the same.
    mutating func admit(at now: Duration) -> Admission {
        switch state {
        case .closed: return .granted
        case .open(let opening, let until, let rest):
            guard now >= until else { return .refused(left: until - now, opening) }
            state = .trying(opening, rest: rest)
            return .trial
        case .trying(let opening, _): return .refused(left: .zero, opening)
        }
    }

    /// Takes note of what came of an attempt.
    ///
    /// - Parameter isTrial: true where ``admit(at:)`` said so.
    mutating func ended(_ outcome: Outcome, isTrial: Bool, at now: Duration) {
        switch (outcome, state) {
        case (.answered, _): state = .closed(failures: 0)
        case (.failed(let cause), .closed(let failures)):
            if failures + 1 < policy.failures {
                state = .closed(failures: failures + 1)
            } else {
                open(cause, failures: failures + 1, at: now, rest: policy.rest)
            }
        case (.failed(let cause), .trying(let opening, let rest)) where isTrial:
            open(cause, failures: opening.failures + 1, at: now, rest: min(rest * 2, policy.longestRest))
        case (.untold, .trying(let opening, let rest)) where isTrial:
            // The next attempt is the trial.
            state = .open(opening, until: now, rest: rest)
        case (.failed, _), (.untold, _): break
        }
    }

    private mutating func open(_ cause: StoreError, failures: Int, at now: Duration, rest: Duration) {
        state = .open(Opening(cause: cause, failures: failures), until: now + rest, rest: rest)
    }
}
