import FeatureModel

/// Remembers which jobs were given a worker a moment ago, so that none gets two before the first has claimed it.
actor LaunchMemory {
    private static let grace: Int64 = 5
    private var launched: [JobID: Timestamp] = [:]

    /// True when the job should be launched now; it is then remembered.
    func shouldLaunch(_ job: JobID, at now: Timestamp) -> Bool {
        if let last = launched[job], (0..<Self.grace).contains(now.wholeSeconds(since: last)) { return false }
        launched[job] = now
        return true
    }

    /// Forgets a launch that did not succeed.
    func forget(_ job: JobID) { launched[job] = nil }
}
