import FeatureModel

/// Says at once that a store is in trouble, and again every so often while it stays so.
struct NoticePace {
    let interval: Duration
    private var told: [StoreName: Timestamp] = [:]

    init(interval: Duration) {
        self.interval = interval
    }

    /// The notices that are due now.
    mutating func due(_ troubles: [StoreName: String], at now: Timestamp) -> [String] {
        told = told.filter { troubles[$0.key] != nil }
        return troubles.sorted { $0.key < $1.key }.compactMap { store, trouble in
            if let last = told[store], Self.elapsed(from: last, to: now) < interval, now >= last { return nil }
            told[store] = now
            return "waiting for store \(store): \(trouble)"
        }
    }

    private static func elapsed(from start: Timestamp, to end: Timestamp) -> Duration {
        .seconds(end.seconds - start.seconds) + .nanoseconds(Int64(end.nanoseconds) - Int64(start.nanoseconds))
    }
}
