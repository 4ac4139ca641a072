import Synchronization

/// Holds questions back until it is opened: a store that takes its time, without a clock.
final class LoadGate: Sendable {
    private struct State {
        var isClosed = false
        var lastNumber = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        /// Waiters that were cancelled before they began to wait.
        var cancelled: Set<Int> = []
    }

    private let state = Mutex(State())

    /// Nothing passes from now on.
    func close() {
        state.withLock { $0.isClosed = true }
    }

    /// Everything passes, those who wait first.
    func open() {
        let waiters = state.withLock { state in
            state.isClosed = false
            defer { state.waiters = [:] }
            return state.waiters.sorted { $0.key < $1.key }.map(\.value)
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Returns when the gate is open, or at once when the task is cancelled.
    func pass() async {
        guard let number = ticket() else { return }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let passes = state.withLock { state in
                    let isLate = !state.isClosed || state.cancelled.remove(number) != nil
                    if !isLate { state.waiters[number] = continuation }
                    return isLate
                }
                if passes { continuation.resume() }
            }
        } onCancel: {
            leave(number)
        }
    }

    private func ticket() -> Int? {
        state.withLock { state in
            guard state.isClosed else { return nil }
            state.lastNumber += 1
            return state.lastNumber
        }
    }

    private func leave(_ number: Int) {
        let waiter = state.withLock { state in
            let waiter = state.waiters.removeValue(forKey: number)
            if waiter == nil { state.cancelled.insert(number) }
            return waiter
        }
        waiter?.resume()
    }
}
