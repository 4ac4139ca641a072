import FeatureModel
import StorageAPI

/// The reading half of a job: takes records from the source and makes rows of them, while the other half writes.
actor IngestionReader {
    /// Gives the registry's present state.
    typealias PlanSource = @Sendable () async throws(StoreError) -> IngestionPlan

    private let source: any RowSource
    private let plan: PlanSource
    private let size: BatchSize
    private let wait: Duration
    private let patience: Patience
    private var decoder = BatchDecoder()

    init(
        source: any RowSource, plan: @escaping PlanSource, size: BatchSize, wait: Duration, patience: Patience
    ) {
        self.source = source
        self.plan = plan
        self.size = size
        self.wait = wait
        self.patience = patience
    }

    /// The next records, decoded; without any when none came in the time that a read waits.
    func next() async throws(IngestionEnd) -> DecodedBatch {
        let records = try await read()
        guard !records.isEmpty else { return DecodedBatch(records: []) }
        let plan = plan
        let snapshot = try await patience.perform { () async throws(StoreError) in try await plan() }
        return decoder.decode(records, by: snapshot)
    }

    private func read() async throws(IngestionEnd) -> [SourceRecord] {
        if let order = patience.signal.order { throw .ordered(order) }
        let (source, size, wait, signal) = (source, size, wait, patience.signal)
        return try await patience.perform { () async throws(StoreError) -> [SourceRecord] in
            let answer = await signal.cutShort { () -> Result<[SourceRecord], StoreError> in
                do throws(StoreError) {
                    return .success(
                        try await source.read(
                            maxRecords: size.rows, maxBytes: size.bytes, waitingUpTo: wait))
                } catch {
                    return .failure(error)
                }
            }
            // Nothing was answered because an order came: the records will be handed out again.
            return try answer?.get() ?? []
        }
    }
}
