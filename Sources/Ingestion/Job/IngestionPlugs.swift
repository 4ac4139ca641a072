public import StorageAPI

/// Everything that a job reads from and writes to. Whoever opened them closes them.
public struct IngestionPlugs: Sendable {
    /// Where rows come from, for this job's consumer group.
    public let source: any RowSource
    /// Where rows go.
    public let sink: any FeatureSink
    /// Where rows go that the store cannot take.
    public let deadLetters: any DeadLetterSink
    /// Where the job writes down what it has done.
    public let ledger: any IngestionLedger
    /// Gives the registry's present state; asked once per batch.
    public let plan: @Sendable () async throws(StoreError) -> IngestionPlan
    /// Who hears of rows besides.
    public let observers: [any RowObserver]

    /// Makes plugs.
    public init(
        source: any RowSource, sink: any FeatureSink, deadLetters: any DeadLetterSink, ledger: any IngestionLedger,
        plan: @escaping @Sendable () async throws(StoreError) -> IngestionPlan, observers: [any RowObserver] = []
    ) {
        self.source = source
        self.sink = sink
        self.deadLetters = deadLetters
        self.ledger = ledger
        self.plan = plan
        self.observers = observers
    }
}
