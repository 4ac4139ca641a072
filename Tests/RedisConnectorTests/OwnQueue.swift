import Dispatch

/// A thread of its own for a task, so that what it measures is not the crowd on those of Swift's tasks.
final class OwnQueue: TaskExecutor {
    private let queue = DispatchQueue(label: "own queue")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
