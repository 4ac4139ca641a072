import FeatureModel
public import StorageAPI
import StorageLayers
import Synchronization

/// The harness of the store in memory, and an example of one.
public final class MemoryHarness: StoreHarness {
    /// The card.
    public let card: ConnectorCard
    /// How long its source may take.
    public let patience: Duration
    private let server: MemoryServer
    private let places = Mutex(0)

    /// Makes a harness with a server of its own.
    ///
    /// - Parameters:
    ///   - server: keeps the stores.
    ///   - patience: how long its source may take to hand out what it holds.
    ///   - dress: changes the card: stands layers around its plugs, or lies.
    public init(
        server: MemoryServer = MemoryServer(), patience: Duration = .seconds(10),
        dress: @Sendable (ConnectorCard) -> ConnectorCard = { $0 }
    ) {
        self.server = server
        self.patience = patience
        card = dress(server.card)
    }

    /// Everything.
    public var abilities: HarnessAbilities { [.severing, .unreachablePlace] }
    /// The password in the settings.
    public var secrets: [String] { ["swordfish"] }

    /// The next name.
    public func makePlace() async throws -> ConnectorCard.Place {
        let number = places.withLock { places in
            places += 1
            return places
        }
        return ConnectorCard.Place(
            store: "memory", config: ["name": "place-\(number)", "password": "swordfish"], directory: "/")
    }

    /// Forgets the store.
    public func removePlace(_ place: ConnectorCard.Place) async { server.removeStore(at: place) }

    /// Lets every call fail as unavailable.
    public func sever(_ place: ConnectorCard.Place) async throws {
        let store = server.store(at: place)
        store.faults.sever(with: store.error(.unavailable, message: "the connection is gone; start the store"))
    }

    /// Lets calls go well again.
    public func heal(_ place: ConnectorCard.Place) async throws { server.store(at: place).faults.heal() }

    /// A place that was severed from the beginning.
    public func unreachablePlace() async throws -> ConnectorCard.Place {
        let place = try await makePlace()
        try await sever(place)
        return place
    }
}
