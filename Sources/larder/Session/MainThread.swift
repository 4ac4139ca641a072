import Dispatch
import Synchronization

/// The bridge between the main thread, which belongs to no task, and asynchronous work.
///
/// The console needs the main thread for itself; everything else runs on the cooperative threads while the main thread
/// sleeps here.
enum MainThread {
    /// Runs work and sleeps until it has ended.
    static func wait<Answer: Sendable>(for work: @escaping @Sendable () async -> Answer) -> Answer {
        let done = DispatchSemaphore(value: 0)
        let box = Box<Answer>()
        Task.detached {
            let answer = await work()
            box.value.withLock { $0 = answer }
            done.signal()
        }
        while true {
            done.wait()
            if let answer = box.value.withLock({ $0 }) { return answer }
        }
    }

    /// Runs work beside what the main thread does, until it is told to stop.
    static func beside<Answer>(_ work: @escaping @Sendable () async -> Void, _ body: () -> Answer) -> Answer {
        let task = Task.detached { await work() }
        defer {
            task.cancel()
            wait { await task.value }
        }
        return body()
    }

    private final class Box<Answer: Sendable>: Sendable {
        let value = Mutex<Answer?>(nil)
    }
}
