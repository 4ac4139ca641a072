import FeatureModel

/// Remembers which jobs were given a worker a moment ago, so that none gets two before the first has claimed it.
actor LaunchMemory {
    /// A worker that is about to claim its job.
    private struct Launch {
        let at: Timestamp
        /// Nil while it is being started.
        var pid: Int32?
    }

    private static let grace: Int64 = 5
    /// A worker has taken its job, or failed to, after so many seconds.
    private static let longestStart: Int64 = 60
    private var launches: [JobID: Launch] = [:]

    /// True when the job should be launched now; it is then remembered. A worker that has died meanwhile counts as none.
    func shouldLaunch(_ job: JobID, at now: Timestamp, isAlive: (Int32) -> Bool) -> Bool {
        if let last = launches[job], (0..<Self.grace).contains(now.wholeSeconds(since: last.at)),
            last.pid.map(isAlive) ?? true
        {
            return false
        }
        launches[job] = Launch(at: now)
        return true
    }

    /// True when the worker that was launched last has died before it took the job. One that died later was counted
    /// when the job was taken from it; one that was launched long ago may have lost a race for the job.
    func hasDiedUnclaimed(_ job: Job, at now: Timestamp, isAlive: (Int32) -> Bool) -> Bool {
        guard let launch = launches[job.id], let pid = launch.pid, !isAlive(pid),
            (0..<Self.longestStart).contains(now.wholeSeconds(since: launch.at))
        else { return false }
        return job.startedAt.map { $0 < launch.at } ?? true
    }

    /// Notes which process the launch brought about.
    func note(_ pid: Int32, for job: JobID) { launches[job]?.pid = pid }

    /// Forgets a launch that did not succeed.
    func forget(_ job: JobID) { launches[job] = nil }
}
