import FaultKit
import StorageAPI
import Synchronization

/// What came of the calls of a trial.
final class FaultTally: Sendable, CustomStringConvertible {
    private struct State {
        var faults: [FaultyProxy.FaultKind: Int] = [:]
        var answered = 0
        var errors: [StoreError.Code: Int] = [:]
        var longest = Duration.zero
        var complaints: [String] = []
    }

    private let state = Mutex(State())

    /// How many faults of each kind happened.
    var faults: [FaultyProxy.FaultKind: Int] {
        get { state.withLock { $0.faults } }
        set { state.withLock { $0.faults = newValue } }
    }

    /// How many calls were answered.
    var answered: Int { state.withLock { $0.answered } }
    /// How many calls ended with an error, by its code.
    var errors: [StoreError.Code: Int] { state.withLock { $0.errors } }
    /// How long the slowest call took.
    var longest: Duration { state.withLock { $0.longest } }
    /// What was wrong with answers: the first hundred.
    var complaints: [String] { state.withLock { $0.complaints } }

    /// Carries out a call, which answers with what is wrong.
    func call(_ body: () async throws(StoreError) -> [String]) async {
        let start = ContinuousClock.now
        do throws(StoreError) {
            complain(try await body())
            state.withLock { $0.answered += 1 }
        } catch {
            state.withLock { $0.errors[error.code, default: 0] += 1 }
        }
        let duration = ContinuousClock.now - start
        state.withLock { $0.longest = max($0.longest, duration) }
    }

    /// Something is wrong.
    func complain(_ more: [String]) {
        state.withLock { $0.complaints += more.prefix(max(0, 100 - $0.complaints.count)) }
    }

    var description: String {
        let faults = self.faults.map { "\($0) \($1)" }.sorted().joined(separator: ", ")
        let errors = self.errors.map { "\($0) \($1)" }.sorted().joined(separator: ", ")
        return "faults: \(faults); \(answered) calls answered, errors: \(errors); the slowest call \(longest)"
    }
}
