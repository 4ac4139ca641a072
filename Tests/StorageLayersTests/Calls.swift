import FeatureModel
import StorageAPI
import StorageLayers

/// A call to try layers with.
enum Calls {
    static let write = StoreCall(connector: "TEST", store: "store", operation: .write, items: 3)

    static func failure(_ code: StoreError.Code = .unavailable, _ recovery: StoreError.Recovery = .transient)
        -> StoreError
    {
        write.error(code, recovery, "scripted")
    }
}

/// Runs work within a layer, with the error as a value.
func outcome(
    of layer: some CallLayer, _ call: StoreCall = Calls.write,
    _ work: @escaping @Sendable () async throws(StoreError) -> Int
) async -> Result<Int, StoreError> {
    do {
        return .success(try await layer.perform(call, work))
    } catch {
        return .failure(error)
    }
}
