/// Settles batches one after the other while the rows of the next one are written.
actor IngestionSettlement {
    private let writer: IngestionWriter
    private let lag: LagReport
    private var latest: Task<IngestionEnd?, Never>?

    init(writer: IngestionWriter, lag: LagReport) {
        self.writer = writer
        self.lag = lag
    }

    /// Begins to settle a batch, once the one before it is settled.
    ///
    /// - Throws: what ended the one before it.
    func begin(_ written: WrittenBatch) async throws(IngestionEnd) {
        try await finish()
        let (writer, lag) = (writer, lag)
        latest = Task {
            do throws(IngestionEnd) {
                try await writer.settle(written)
            } catch {
                return error
            }
            await lag.tell(isIdle: false)
            return nil
        }
    }

    /// Returns when everything is settled.
    ///
    /// - Throws: what ended the last batch.
    func finish() async throws(IngestionEnd) {
        guard let latest else { return }
        let end = await withTaskCancellationHandler {
            await latest.value
        } onCancel: {
            latest.cancel()
        }
        self.latest = nil
        if let end { throw end }
    }
}
