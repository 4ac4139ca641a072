import Synchronization

/// Tells a running job, from outside, that it shall end. The first order counts; only a lost lease overrides another.
public final class StopSignal: Sendable {
    private struct State {
        var order: IngestionOrder?
        var waiters: [Int: AsyncStream<Never>.Continuation] = [:]
        var nextWaiter = 0
    }

    private let state = Mutex(State())

    /// Makes a signal that has not been raised.
    public init() {}

    /// The order that was raised; nil while there is none.
    public var order: IngestionOrder? { state.withLock { $0.order } }

    /// Orders the job to end. What it is waiting for is cut short; what it is writing is finished first.
    public func raise(_ order: IngestionOrder) {
        let waiters = state.withLock { state -> [AsyncStream<Never>.Continuation] in
            if state.order == nil || order == .leaseLost { state.order = order }
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.finish() }
    }

    /// Does the work, and cancels it when the signal is raised meanwhile.
    func cutShort<Answer: Sendable>(_ work: @escaping @Sendable () async -> Answer) async -> Answer? {
        await withTaskGroup(of: Answer?.self) { group in
            group.addTask { await work() }
            group.addTask {
                await self.raised()
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    /// Waits until the signal is raised.
    ///
    /// - Returns: the order; nil when the task was cancelled first.
    public func raisedOrder() async -> IngestionOrder? {
        await raised()
        return order
    }

    /// Returns when the signal is raised, or the task cancelled.
    private func raised() async {
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        let number = state.withLock { state -> Int? in
            guard state.order == nil else { return nil }
            state.nextWaiter += 1
            state.waiters[state.nextWaiter] = continuation
            return state.nextWaiter
        }
        guard let number else { return }
        await withTaskCancellationHandler {
            for await _ in stream {}
        } onCancel: {
            continuation.finish()
        }
        state.withLock { _ = $0.waiters.removeValue(forKey: number) }
    }
}
