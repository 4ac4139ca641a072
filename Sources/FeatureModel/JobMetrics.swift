/// How a job has been doing lately.
public struct JobMetrics: Sendable, Hashable {
    /// Samples of the last half hour, the oldest first; empty for a job that has not run meanwhile.
    public let samples: [JobSample]
    /// What it wrote of each feature set, by reference.
    public let featureSets: [JobSetMeasure]
    /// The partitions of its source, by number; empty where the source has only one.
    public let partitions: [JobPartition]

    /// Makes metrics.
    public init(samples: [JobSample] = [], featureSets: [JobSetMeasure] = [], partitions: [JobPartition] = []) {
        self.samples = samples
        self.featureSets = featureSets
        self.partitions = partitions
    }

    /// Rows written per second between each sample and the one before it, one fewer than samples; nil where the job was
    /// not measured for a while, or began anew in between.
    public var rowsPerSecond: [Double?] {
        zip(samples, samples.dropFirst()).map { Self.rate(from: $0, to: $1, \.rowsWritten) }
    }

    /// Rows set aside per second, like ``rowsPerSecond``.
    public var failuresPerSecond: [Double?] {
        zip(samples, samples.dropFirst()).map { Self.rate(from: $0, to: $1, \.rowsFailed) }
    }

    /// Samples that are further apart belong to different runs.
    private static let largestGap = 60.0

    private static func rate(
        from first: JobSample, to second: JobSample, _ count: KeyPath<JobCounters, Int64>
    ) -> Double? {
        let seconds = second.at.duration(since: first.at) / .seconds(1)
        let rows = second.counters[keyPath: count] - first.counters[keyPath: count]
        return seconds > 0 && seconds <= largestGap && rows >= 0 ? Double(rows) / seconds : nil
    }
}
