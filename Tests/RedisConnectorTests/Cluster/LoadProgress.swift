import Synchronization

/// How far a load has come, and whether it is time for it to end.
final class LoadProgress: Sendable {
    private struct State {
        var batches = 0
        var isOver = false
        var waiting: [(batches: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var isOver: Bool { state.withLock { $0.isOver } }

    /// How many batches were answered for.
    var batches: Int { state.withLock { $0.batches } }

    /// Tells all loops to end; nobody waits any longer.
    func end() {
        wake { $0.isOver = true }
    }

    /// A batch was answered for.
    func wrote() {
        wake { $0.batches += 1 }
    }

    /// Returns when so many more batches were answered for, or the load has ended.
    func wait(forBatches more: Int) async {
        await wait { $0 + more }
    }

    /// Returns when so many batches were answered for in all, or the load has ended.
    func wait(untilBatches all: Int) async {
        await wait { _ in all }
    }

    private func wait(for goal: (Int) -> Int) async {
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                let goal = goal(state.batches)
                let isDone = state.isOver || goal <= state.batches
                if !isDone { state.waiting.append((goal, continuation)) }
                return isDone
            }
            if isDone { continuation.resume() }
        }
    }

    private func wake(_ change: (inout State) -> Void) {
        let awake = state.withLock { state in
            change(&state)
            let (batches, isOver) = (state.batches, state.isOver)
            let awake = state.waiting.filter { isOver || $0.batches <= batches }
            state.waiting.removeAll { isOver || $0.batches <= batches }
            return awake
        }
        for waiter in awake { waiter.continuation.resume() }
    }
}
