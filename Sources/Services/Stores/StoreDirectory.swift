public import FeatureModel
public import Operations
public import StorageAPI

/// The stores of the workspace, and their plugs, each opened once and shared by everybody who asks.
///
/// The order of ``entries()`` is the order in which a store is chosen where none is named: the configuration's, then
/// the registry's by name. A store whose definition has changed is closed and opened anew at the next question.
public actor StoreDirectory {
    /// Tells which stores there are at this moment, in their order.
    public typealias Listing = @Sendable () async throws(OperationError) -> [StoreEntry]

    private let listing: Listing
    private var plugs: [StoreName: OpenedStore] = [:]

    /// Makes a directory; nothing is opened before it is asked for.
    public init(listing: @escaping Listing) {
        self.listing = listing
    }

    /// All stores, in order.
    public func entries() async throws(OperationError) -> [StoreEntry] { try await listing() }

    /// One store; a name that is not there is `notFound`, with the nearest one that is.
    public func entry(_ name: StoreName) async throws(OperationError) -> StoreEntry {
        let entries = try await listing()
        if let entry = entries.first(where: { $0.name == name }) { return entry }
        let nearest = SpellingDistance.nearest(to: name.rawValue, among: entries.map(\.name.rawValue))
        throw OperationError(
            .notFound, "there is no store \(name)", target: name.rawValue,
            hint: nearest.map { "did you mean \($0)?" } ?? "larder stores list shows all of them")
    }

    /// The store's sink; a connector without one is `unsupported`.
    public func sink(of entry: StoreEntry) async throws(StoreError) -> any FeatureSink {
        try await opened(entry).sink.get(entry.card, entry.name, "take rows") { () async throws(StoreError) in
            try await entry.card.openSink?(entry.place)
        }
    }

    /// The store's online retriever; a connector without one is `unsupported`.
    public func onlineRetriever(of entry: StoreEntry) async throws(StoreError) -> any OnlineRetriever {
        try await opened(entry).online.get(entry.card, entry.name, "answer online values") {
            () async throws(StoreError) in
            try await entry.card.openOnlineRetriever?(entry.place)
        }
    }

    /// The store's historical retriever; a connector without one is `unsupported`.
    public func historicalRetriever(of entry: StoreEntry) async throws(StoreError) -> any HistoricalRetriever {
        try await opened(entry).historical.get(entry.card, entry.name, "answer historical questions") {
            () async throws(StoreError) in
            try await entry.card.openHistoricalRetriever?(entry.place)
        }
    }

    /// The dead letters that the store keeps itself; nil when its connector keeps none.
    public func deadLetters(of entry: StoreEntry) async throws(StoreError) -> (any DeadLetterStore)? {
        guard entry.card.openDeadLetters != nil else { return nil }
        return try await opened(entry).deadLetters.get(entry.card, entry.name, "keep dead letters") {
            () async throws(StoreError) in
            try await entry.card.openDeadLetters?(entry.place)
        }
    }

    /// Closes every plug that was opened. The directory stays usable: the next question opens anew.
    public func close() async {
        let all = plugs.values
        plugs = [:]
        for store in all { await store.close() }
    }

    private func opened(_ entry: StoreEntry) async -> OpenedStore {
        if let store = plugs[entry.name], store.definition == entry.definition { return store }
        let outdated = plugs[entry.name]
        let fresh = OpenedStore(definition: entry.definition)
        plugs[entry.name] = fresh
        await outdated?.close()
        return fresh
    }
}
