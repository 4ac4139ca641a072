import FeatureModel

/// Decides which looks at a retrieval are worth telling the ledger: a new stage at once, else one per interval.
actor ReportPace {
    private let interval: Duration
    private var last: (stage: RetrievalStage, at: Timestamp)?

    init(interval: Duration) {
        self.interval = interval
    }

    func isDue(_ stage: RetrievalStage, at now: Timestamp) -> Bool {
        if let last, last.stage == stage, now < last.at.advanced(by: interval), now >= last.at { return false }
        last = (stage, now)
        return true
    }
}
