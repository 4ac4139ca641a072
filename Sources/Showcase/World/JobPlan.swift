import FeatureModel

/// What is planned for one ingestion job; what is not said here follows from the seed.
struct JobPlan {
    let id: JobID
    let topic: String
    let store: StoreName
    let status: JobStatus
    let rate: Double?
    let lag: Int64?
    let minutesInStatus: Int64
    let error: String?
    let isLost: Bool

    init(
        _ id: String, _ topic: String, _ store: StoreName, _ status: JobStatus, rate: Double? = nil, lag: Int64? = nil,
        since minutesInStatus: Int64, error: String? = nil, isLost: Bool = false
    ) {
        self.id = JobID(id)
        self.topic = topic
        self.store = store
        self.status = status
        self.rate = rate
        self.lag = lag
        self.minutesInStatus = minutesInStatus
        self.error = error
        self.isLost = isLost
    }
}

extension JobPlan {
    /// The 31 jobs: one for every topic and store that subscribes to something of it.
    static let all: [JobPlan] = risk + fraud + core + ads

    private static let risk = [
        JobPlan(
            "ing-7f3a", "risk-card", "redis-online", .error, lag: nil, since: 12,
            error: "field amount of risk/card_txn expects DOUBLE, got STRING in 1,204 rows; the limit is 1,000"),
        JobPlan("ing-a114", "risk-card", "redis-canary", .running, rate: 302, lag: 9, since: 2_900),
        JobPlan("ing-b9f0", "risk-card", "history", .running, rate: 4_210, lag: 31, since: 9_411),
        JobPlan("ing-91c0", "risk-merchant", "redis-online", .aborting, rate: 12, lag: 2_460, since: 6),
        JobPlan(
            "ing-c4d7", "risk-merchant", "history", .error, since: 95,
            error: "history: the file stayed locked by another process for 30 s (5 attempts)"),
        JobPlan("ing-2b77", "risk-device", "redis-online", .running, rate: 18_402, lag: 130, since: 4_575),
        JobPlan("ing-3d02", "risk-device", "redis-canary", .running, rate: 118, lag: 5, since: 2_900),
        JobPlan("ing-ee21", "risk-device", "history", .running, rate: 17_960, lag: 44, since: 9_411),
        JobPlan("ing-8c5b", "risk-session", "redis-online", .running, rate: 5_530, lag: 8, since: 4_575),
        JobPlan("ing-417e", "risk-session", "history", .running, rate: 5_502, lag: 19, since: 9_411, isLost: true),
        JobPlan("ing-e810", "risk-beta", "redis-online", .pending, since: 18),
        JobPlan("ing-f0aa", "risk-beta", "history", .running, rate: 0, lag: 0, since: 17),
    ]

    private static let fraud = [
        JobPlan("ing-0aa4", "fraud-graph", "redis-online", .running, rate: 4_060, lag: 12, since: 8_002),
        JobPlan("ing-60b3", "fraud-graph", "history", .running, rate: 4_055, lag: 28, since: 9_411),
        JobPlan("ing-5d10", "fraud-ip", "redis-online", .running, rate: 9_771, lag: 38, since: 8_002),
        JobPlan("ing-d3e8", "fraud-ip", "history", .running, rate: 9_655, lag: 27, since: 9_411),
        JobPlan("ing-9a6c", "fraud-chargeback", "redis-online", .running, rate: 41, lag: 2, since: 8_002),
        JobPlan(
            "ing-78d1", "fraud-chargeback", "history", .error, since: 93,
            error: "history: the file stayed locked by another process for 30 s (5 attempts)"),
    ]

    private static let core = [
        JobPlan("ing-c2e9", "core-customer", "redis-online", .running, rate: 2_118, lag: 4, since: 11_520),
        JobPlan("ing-1f44", "core-customer", "redis-eu", .running, rate: 1_990, lag: 11, since: 11_519),
        JobPlan("ing-52a7", "core-customer", "history", .running, rate: 2_101, lag: 24, since: 9_411),
        JobPlan("ing-19d2", "core-address", "redis-eu", .completed, since: 1_441),
        JobPlan("ing-b65e", "core-address", "history", .completed, since: 1_440),
        JobPlan("ing-7790", "core-account", "redis-eu", .running, rate: 940, lag: 6, since: 11_519),
        JobPlan("ing-ac38", "core-account", "history", .running, rate: 951, lag: 21, since: 9_411),
    ]

    private static let ads = [
        JobPlan("ing-33b1", "ads-click", "redis-eu", .suspended, since: 188),
        JobPlan("ing-fd09", "ads-click", "history", .running, rate: 1_377, lag: 26, since: 9_411),
        JobPlan("ing-2e6f", "ads-view", "redis-eu", .running, rate: 803, lag: 7, since: 5_004),
        JobPlan("ing-84c2", "ads-view", "history", .suspended, since: 187),
        JobPlan("ing-02ff", "ads-ctr", "redis-eu", .aborted, since: 2_881),
        JobPlan("ing-d71b", "ads-ctr", "history", .unknown, since: 3),
    ]
}
