import Dispatch
import Synchronization

/// Hands elements from one thread to another, in order, with a bound on how many wait. Both ends block: it is for threads,
/// never for tasks.
final class Handoff<Element: Sendable>: Sendable {
    private enum Ending {
        case finished
        case failed(any Error)
        case abandoned
    }

    private struct State {
        var waiting: [Element] = []
        var ending: Ending?
    }

    private let state = Mutex(State())
    private let room: DispatchSemaphore
    private let elements = DispatchSemaphore(value: 0)

    init(capacity: Int) {
        room = DispatchSemaphore(value: capacity)
    }

    /// Why it ended early; nil where it did not.
    var fault: (any Error)? {
        state.withLock { state in
            if case .failed(let error) = state.ending { error } else { nil }
        }
    }

    /// True when nobody wants more elements.
    var isAbandoned: Bool {
        state.withLock { state in
            if case .abandoned = state.ending { true } else { false }
        }
    }

    /// Waits for room and puts an element at the end. After the end it is dropped.
    func put(_ element: Element) {
        room.wait()
        let isTaken = state.withLock { state in
            guard state.ending == nil else { return false }
            state.waiting.append(element)
            return true
        }
        // After the end every waiting thread has to pass.
        if isTaken { elements.signal() } else { room.signal() }
    }

    /// Waits for an element and takes the first; nil after the last, or at once after a failure or when abandoned.
    func take() -> Element? {
        elements.wait()
        let element: Element? = state.withLock { state in
            switch state.ending {
            case .failed, .abandoned: return nil
            case .finished, nil: return state.waiting.isEmpty ? nil : state.waiting.removeFirst()
            }
        }
        if element == nil { elements.signal() } else { room.signal() }
        return element
    }

    /// No more elements will come; those that wait are still handed out.
    func finish() { end(.finished) }

    /// One end has failed: nothing is handed on any more.
    func fail(_ error: any Error) { end(.failed(error)) }

    /// Nobody wants more elements.
    func abandon() { end(.abandoned) }

    /// The first ending counts, but that what is abandoned after it was finished is not handed out.
    private func end(_ ending: Ending) {
        state.withLock { state in
            switch (state.ending, ending) {
            case (nil, _), (.finished, .abandoned), (.finished, .failed): state.ending = ending
            default: break
            }
        }
        room.signal()
        elements.signal()
    }
}
