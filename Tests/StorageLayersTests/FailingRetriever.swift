import StorageAPI

/// Finds nothing, or always fails.
struct FailingRetriever: OnlineRetriever {
    let error: StoreError?

    func read(_ request: OnlineRequest) async throws(StoreError) -> [OnlineRow?] {
        if let error { throw error }
        return request.keys.map { _ in nil }
    }

    func close() async {}
}
