import FeatureModel
import StorageAPI

/// The writing half of a job. For every batch, in this order: prepare what is new and write the rows; then set the bad ones
/// aside, count, commit. A process that dies between two of these steps leaves work that may be done twice, and each
/// step done twice comes to the same: rows land on themselves, dead letters have ids made of their positions, and
/// counting is tied to positions. So the rows of the next batch may be written before this one is settled.
actor IngestionWriter {
    private let identity: IngestionIdentity
    private let plugs: IngestionPlugs
    private let patience: Patience
    private let wallClock: @Sendable () -> Timestamp
    private let losses: LossLog
    private var prepared: [FeatureSetReference: FeatureSet] = [:]

    init(
        identity: IngestionIdentity, plugs: IngestionPlugs, patience: Patience, losses: LossLog,
        wallClock: @escaping @Sendable () -> Timestamp
    ) {
        self.identity = identity
        self.plugs = plugs
        self.patience = patience
        self.losses = losses
        self.wallClock = wallClock
    }

    /// Writes the rows of a batch.
    func write(_ batch: DecodedBatch) async throws(IngestionEnd) -> WrittenBatch {
        var written = WrittenBatch(batch: batch, at: .zero)
        for group in batch.groups {
            try await prepare(group.featureSet)
            written.failures.append(try await write(group))
        }
        written.at = wallClock()
        return written
    }

    /// Answers for every record of a batch whose rows are written.
    func settle(_ written: WrittenBatch) async throws(IngestionEnd) {
        let batch = written.batch
        var letters = batch.rejected.map { letter(for: $0, in: batch) }
        var refused: Set<Int> = []
        for (group, failures) in zip(batch.groups, written.failures) {
            tellWritten(group, without: failures, at: written.at)
            for failure in failures {
                refused.insert(group.recordIndices[failure.index])
                letters.append(letter(for: failure, of: group, in: batch))
            }
        }
        try await setAside(letters)
        try await count(batch, refused: refused)
        try await commit(batch.lastPositions)
    }

    private func prepare(_ featureSet: FeatureSet) async throws(IngestionEnd) {
        guard prepared[featureSet.reference] != featureSet else { return }
        let sink = plugs.sink
        try await step { () async throws(StoreError) in try await sink.prepareWrite(featureSet) }
        prepared[featureSet.reference] = featureSet
    }

    private func write(_ group: DecodedBatch.Group) async throws(IngestionEnd) -> [FailedElement] {
        let rows = RowBatch(featureSet: group.featureSet, rows: group.rows, jobID: identity.job)
        let sink = plugs.sink
        let result = try await step { () async throws(StoreError) in try await sink.write(rows) }
        return result.failed
    }

    private func tellWritten(
        _ group: DecodedBatch.Group, without failures: [FailedElement], at now: Timestamp
    ) {
        guard !plugs.observers.isEmpty, failures.count < group.rows.count else { return }
        let failed = Set(failures.map(\.index))
        let rows =
            failed.isEmpty ? group.rows : group.rows.indices.filter { !failed.contains($0) }.map { group.rows[$0] }
        let batch = RowBatch(featureSet: group.featureSet, rows: rows, jobID: identity.job)
        for observer in plugs.observers { observer.wrote(batch, at: now) }
    }

    private func setAside(_ letters: [DeadLetter]) async throws(IngestionEnd) {
        guard !letters.isEmpty else { return }
        let sink = plugs.deadLetters
        try await step { () async throws(StoreError) in try await sink.append(letters) }
        await losses.add(letters)
        for observer in plugs.observers { observer.setAside(letters) }
    }

    private func count(_ batch: DecodedBatch, refused: Set<Int>) async throws(IngestionEnd) {
        let answered = Self.answered(batch, refused: refused)
        let ledger = plugs.ledger
        try await step { () async throws(StoreError) in try await ledger.record(answered) }
    }

    private static func answered(_ batch: DecodedBatch, refused: Set<Int>) -> [AnsweredRecord] {
        var answered: [AnsweredRecord] = []
        answered.reserveCapacity(batch.records.count)
        for group in batch.groups {
            for (row, recordIndex) in zip(group.rows, group.recordIndices) {
                let isRefused = !refused.isEmpty && refused.contains(recordIndex)
                answered.append(
                    AnsweredRecord(
                        position: row.position, ingestionID: row.ingestionID,
                        outcome: isRefused ? .failed : .written))
            }
        }
        for rejected in batch.rejected {
            answered.append(
                AnsweredRecord(
                    position: batch.records[rejected.recordIndex].position, ingestionID: rejected.ingestionID,
                    outcome: .failed))
        }
        for ignored in batch.ignored {
            answered.append(
                AnsweredRecord(
                    position: batch.records[ignored.recordIndex].position, ingestionID: ignored.ingestionID,
                    outcome: .ignored))
        }
        return answered
    }

    private func commit(_ positions: [SourcePosition]) async throws(IngestionEnd) {
        let source = plugs.source
        try await step { () async throws(StoreError) in try await source.commit(positions) }
    }

    /// One step, until it succeeds. An order lets the batch be finished, only a lost lease ends it at once.
    private func step<Answer: Sendable>(
        _ work: @escaping @Sendable () async throws(StoreError) -> Answer
    ) async throws(IngestionEnd) -> Answer {
        if patience.signal.order == .leaseLost { throw .ordered(.leaseLost) }
        return try await patience.perform(work)
    }

    private func letter(for rejected: DecodedBatch.Rejected, in batch: DecodedBatch) -> DeadLetter {
        letter(
            for: batch.records[rejected.recordIndex], featureSet: rejected.featureSet, because: rejected.rejection,
            ingestion: rejected.ingestionID)
    }

    private func letter(
        for failure: FailedElement, of group: DecodedBatch.Group, in batch: DecodedBatch
    ) -> DeadLetter {
        letter(
            for: batch.records[group.recordIndices[failure.index]], featureSet: group.featureSet.reference,
            because: RowRejection(.write, failure.reason, failure.message),
            ingestion: group.rows[failure.index].ingestionID)
    }

    private func letter(
        for record: SourceRecord, featureSet: FeatureSetReference?, because rejection: RowRejection,
        ingestion: IngestionID
    ) -> DeadLetter {
        DeadLetter(
            id: DeadLetterIdentity.id(at: record.position, of: identity.source, for: identity.store),
            at: wallClock(), featureSet: featureSet, store: identity.store, job: identity.job,
            transform: rejection.transform.rawValue, reason: rejection.reason, message: rejection.message,
            payload: record.payload, position: record.position, ingestionID: ingestion)
    }
}
