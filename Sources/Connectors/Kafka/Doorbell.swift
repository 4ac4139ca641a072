import Synchronization

/// Wakes those who wait for records: rung by librdkafka, on a thread of its own, when its queue is no longer empty.
final class Doorbell: Sendable {
    private struct State {
        var isRung = false
        var nextSleeper = 0
        var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    /// Wakes everybody who waits, and the next who will.
    func ring() {
        let sleepers = state.withLock { state in
            state.isRung = true
            defer { state.sleepers = [:] }
            return state.sleepers.values
        }
        for sleeper in sleepers { sleeper.resume() }
    }

    /// Forgets that it was rung. To be called before looking for records, so that none comes unheard in between.
    func silence() {
        state.withLock { $0.isRung = false }
    }

    /// Waits until it is rung, the time is up, or the task is cancelled.
    func wait(atMost duration: Duration) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.wait() }
            group.addTask { try? await ContinuousClock().sleep(for: duration) }
            await group.next()
            group.cancelAll()
        }
    }

    private func wait() async {
        let number = state.withLock { state in
            state.nextSleeper += 1
            return state.nextSleeper
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { sleeper in
                let isAwake = state.withLock { state in
                    if state.isRung || Task.isCancelled { return true }
                    state.sleepers[number] = sleeper
                    return false
                }
                if isAwake { sleeper.resume() }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: number) }?.resume()
        }
    }
}
