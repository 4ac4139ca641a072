import FeatureModel
import StorageAPI
import StorageContract

/// A sink that lies where a closure is given.
struct LyingSink: FeatureSink {
    let real: any FeatureSink
    var onPrepare: (@Sendable (any FeatureSink, FeatureSet) async throws -> Void)?
    var onWrite: (@Sendable (any FeatureSink, RowBatch) async throws -> WriteResult)?
    var onClose: (@Sendable () -> Void)?

    func prepareWrite(_ featureSet: FeatureSet) async throws(StoreError) {
        if let onPrepare {
            try await typed { try await onPrepare(real, featureSet) }
        } else {
            try await real.prepareWrite(featureSet)
        }
    }

    func write(_ batch: RowBatch) async throws(StoreError) -> WriteResult {
        if let onWrite { try await typed { try await onWrite(real, batch) } } else { try await real.write(batch) }
    }

    func close() async {
        onClose?()
        await real.close()
    }
}
