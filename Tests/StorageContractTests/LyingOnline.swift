import FeatureModel
import StorageAPI
import StorageContract

/// An online retriever that lies where a closure is given.
struct LyingOnline: OnlineRetriever {
    let real: any OnlineRetriever
    var onRead: (@Sendable (any OnlineRetriever, OnlineRequest) async throws -> [OnlineRow?])?
    var onClose: (@Sendable () -> Void)?

    func read(_ request: OnlineRequest) async throws(StoreError) -> [OnlineRow?] {
        if let onRead { try await typed { try await onRead(real, request) } } else { try await real.read(request) }
    }

    func close() async {
        onClose?()
        await real.close()
    }
}
