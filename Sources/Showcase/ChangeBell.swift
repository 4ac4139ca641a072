import Synchronization

/// Tells everyone who listens that something changed.
final class ChangeBell: Sendable {
    private struct State {
        var lastNumber = 0
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    }

    private let state = Mutex(State())

    /// A stream that yields whenever ``ring()`` is called; a slow listener hears several rings as one.
    func listen() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.lastNumber += 1
            state.listeners[state.lastNumber] = continuation
            return state.lastNumber
        }
        continuation.onTermination = { [weak self] _ in
            self?.forget(number)
        }
        return stream
    }

    /// Something changed.
    func ring() {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.yield() }
    }

    private func forget(_ number: Int) {
        state.withLock { $0.listeners[number] = nil }
    }
}
