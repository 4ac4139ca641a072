import StorageAPI

/// The online retriever of a memory store.
struct MemoryOnlineRetriever: OnlineRetriever {
    let store: MemoryStore

    func read(_ request: OnlineRequest) async throws(StoreError) -> [OnlineRow?] {
        try store.checkCancellation("read online values")
        return store.tables.newest(request)
    }

    func close() async {}
}
