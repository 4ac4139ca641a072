import Dispatch

/// Runs an actor on a queue of its own, so that a blocking call to SQLite never holds a thread of the cooperative pool.
///
/// ```swift
/// actor Reader {
///     private let executor = QueueExecutor(label: "reader")
///     nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
/// }
/// ```
public final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    /// Makes an executor.
    ///
    /// - Parameter label: names the queue in debuggers.
    public init(label: String) {
        queue = DispatchQueue(label: label)
    }

    /// Puts a job at the end of the queue.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
