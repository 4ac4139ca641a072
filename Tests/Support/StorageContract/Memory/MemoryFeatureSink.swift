import FeatureModel
import StorageAPI

/// The sink of a memory store.
struct MemoryFeatureSink: FeatureSink {
    let store: MemoryStore

    func prepareWrite(_ featureSet: FeatureSet) async throws(StoreError) {
        try store.checkCancellation("prepare \(featureSet.reference)")
        store.tables.prepare(featureSet)
    }

    func write(_ batch: RowBatch) async throws(StoreError) -> WriteResult {
        try store.checkCancellation("write rows")
        if batch.rows.isEmpty { return WriteResult(accepted: 0) }
        guard let result = store.tables.write(batch) else {
            throw store.error(
                .rejected, operation: "write rows",
                message: "\(batch.featureSet.reference) was not prepared; call prepareWrite first")
        }
        return result
    }

    func close() async {}
}
