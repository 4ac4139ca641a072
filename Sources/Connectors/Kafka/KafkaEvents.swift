import Synchronization

/// What librdkafka tells through callbacks, kept until somebody asks. The callbacks are called on the thread that polls
/// the client.
final class KafkaEvents: Sendable {
    /// A change of the partitions that a member of a consumer group owns.
    enum Change: Equatable, Sendable {
        case assigned([Int32])
        case revoked([Int32])
    }

    private struct State {
        var trouble: KafkaCode?
        var changes: [Change] = []
        var resumption: [Int32: Int64] = [:]
        var reports = DeliveryTally()
    }

    private let state = Mutex(State())

    /// Notes trouble with the brokers. A reason (a password that is refused, a host that is not found) is not forgotten
    /// for its consequence (a connection that does not come about).
    func note(_ trouble: KafkaCode) {
        state.withLock { state in
            if state.trouble?.isConsequence ?? true || !trouble.isConsequence { state.trouble = trouble }
        }
    }

    /// The trouble there was since ``forgetTrouble()``.
    var trouble: KafkaCode? { state.withLock { $0.trouble } }

    /// The brokers answer again.
    func forgetTrouble() {
        state.withLock { $0.trouble = nil }
    }

    /// Notes a change of partitions.
    func note(_ change: Change) {
        state.withLock { $0.changes.append(change) }
    }

    /// Takes the changes, in their order.
    func takeChanges() -> [Change] {
        state.withLock { state in
            defer { state.changes = [] }
            return state.changes
        }
    }

    /// Notes where a partition goes on if it is taken away and given back in one go, as every change in the group does
    /// with all partitions.
    func resume(_ partition: Int32, at offset: Int64) {
        state.withLock { $0.resumption[partition] = offset }
    }

    /// Where partitions that are given to us go on; nothing for those that were not ours last. Others are forgotten,
    /// for they are somebody else's now.
    func resumption(of partitions: [Int32]) -> [Int32: Int64] {
        state.withLock { state in
            state.resumption = state.resumption.filter { partitions.contains($0.key) }
            return state.resumption
        }
    }

    /// Begins to count the reports on another lot of rows.
    func expectReports(on count: Int) {
        state.withLock { $0.reports = DeliveryTally(outstanding: count) }
    }

    /// Counts a report: a row was taken, or not.
    func report(row index: Int, at partition: Int32, offset: Int64, code: KafkaCode) {
        state.withLock { $0.reports.count(row: index, at: partition, offset: offset, code: code) }
    }

    /// What was reported so far.
    var reports: DeliveryTally { state.withLock { $0.reports } }
}
