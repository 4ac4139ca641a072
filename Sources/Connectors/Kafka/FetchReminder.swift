import CRdKafka
import Dispatch
import Synchronization

/// Has librdkafka fetch again as soon as there is room.
///
/// Before version 2.2, librdkafka looks only once a second whether its queue, once full, has room again: with a queue of
/// bounded size, that bounds the rows of a second. A question to the brokers has it look at once. It is asked aside: it
/// may have to wait behind a fetch that waits for records.
final class FetchReminder: Sendable {
    private struct State {
        var wasFull = false
        var isAsking = false
    }

    private let queue = DispatchQueue(label: "larder.kafka.fetch-reminder")
    private let largestCount: Int
    private let largestBytes: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - count: the queue is full with so many records,
    ///   - bytes: or with so many bytes.
    init(count: Int, bytes: Int) {
        largestCount = count
        largestBytes = bytes
    }

    /// Looks at how full the queue is, and asks where it was full and has become half empty.
    ///
    /// - Parameter ask: asks the brokers anything; called on a thread of its own.
    /// - Returns: true when it asks.
    @discardableResult
    func look(count: Int, bytes: Int, ask: @escaping @Sendable () -> Void) -> Bool {
        let share = max(Double(count) / Double(largestCount), Double(bytes) / Double(largestBytes))
        let isDue = state.withLock { state in
            if share >= 1 { state.wasFull = true }
            guard state.wasFull, share < 0.5, !state.isAsking else { return false }
            state = State(wasFull: false, isAsking: true)
            return true
        }
        guard isDue else { return false }
        queue.async {
            ask()
            self.state.withLock { $0.isAsking = false }
        }
        return true
    }
}
