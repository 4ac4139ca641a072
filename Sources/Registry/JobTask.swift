public import FeatureModel

/// What one ingestion job is for: the feature sets of one source that go into one store. There is one job per source
/// and store (spec section 6.2).
public struct JobTask: Sendable, Hashable {
    /// Where the rows come from.
    public let source: SourceDefinition
    /// The store to feed.
    public let store: StoreName
    /// The feature sets, sorted.
    public let featureSets: [FeatureSetReference]

    /// Makes a task.
    public init(source: SourceDefinition, store: StoreName, featureSets: [FeatureSetReference]) {
        self.source = source
        self.store = store
        self.featureSets = featureSets.sorted()
    }

    /// A job for the task, pending. Its id follows Feast (spec section 5.4): `local-to-online-1591500000000`.
    ///
    /// - Parameters:
    ///   - now: the time.
    ///   - ordinal: tells jobs apart that are made at the same time; it is added to the id's milliseconds.
    public func job(createdAt now: Timestamp, ordinal: Int = 0) -> Job {
        let milliseconds = now.seconds * 1000 + Int64(now.nanoseconds / 1_000_000) + Int64(ordinal)
        let name = "\(source.type.lowercased())-to-\(store)-\(milliseconds)"
        return Job(
            id: JobID(String(name.map { $0 == "_" ? "-" : $0 })), source: source, store: store,
            featureSets: featureSets, createdAt: now)
    }
}
