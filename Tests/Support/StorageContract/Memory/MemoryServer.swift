public import FeatureModel
public import StorageAPI
import StorageLayers
import Synchronization

/// Many ``MemoryStore``s by name, behind one card.
public final class MemoryServer: Sendable {
    /// The connector's type name.
    public static let type = "MEMORY"

    private let stores = Mutex<[String: MemoryStore]>([:])
    private let make: @Sendable (StoreName?) -> MemoryStore

    /// Makes a server without stores.
    ///
    /// - Parameter make: makes a store when its name is first used.
    public init(make: @escaping @Sendable (StoreName?) -> MemoryStore = { MemoryStore(name: $0) }) {
        self.make = make
    }

    /// The store at a place; it is made when it is first asked for.
    public func store(at place: ConnectorCard.Place) -> MemoryStore {
        let name = place.config["name"] ?? "default"
        return stores.withLock { stores in
            if let known = stores[name] { return known }
            let store = make(place.store)
            stores[name] = store
            return store
        }
    }

    /// Forgets the store at a place.
    public func removeStore(at place: ConnectorCard.Place) {
        _ = stores.withLock { $0.removeValue(forKey: place.config["name"] ?? "default") }
    }

    /// The card. Its settings are `name` and `password`, which is kept and never shown.
    public var card: ConnectorCard {
        ConnectorCard(
            type: Self.type, summary: "A store in memory, for tests",
            settings: [
                ConnectorSetting("name", .text, defaultValue: "default", documentation: "which store is meant"),
                ConnectorSetting("password", .text, isSecret: true, documentation: "kept, never shown, never asked"),
            ],
            capabilities: [
                .sink, .online, .historical, .source, .deadLetters, .createdTime, .schemaChanges, .ingestionMemory,
            ],
            openSink: opening { $0.sink() }, openOnlineRetriever: opening { $0.onlineRetriever() },
            openHistoricalRetriever: opening { $0.historicalRetriever() },
            openSource: { (place: ConnectorCard.Place, group: String) async throws(StoreError) -> any RowSource in
                try await self.reach(place).source(group: group)
            },
            openPublisher: opening { $0.publisher() }, openDeadLetters: opening { $0.deadLetters() },
            probe: opening { StoreProbe(holdings: $0.tables.count, holdingsUnit: "tables", endpoint: "memory") })
    }

    private func opening<Plug: Sendable>(
        _ open: @escaping @Sendable (MemoryStore) -> Plug
    ) -> ConnectorCard.Opening<Plug> {
        { (place: ConnectorCard.Place) async throws(StoreError) -> Plug in open(try await self.reach(place)) }
    }

    private func reach(_ place: ConnectorCard.Place) async throws(StoreError) -> MemoryStore {
        let store = store(at: place)
        return try await store.layer.perform(store.owner.call(.open)) { () async throws(StoreError) in store }
    }
}
