import FaultKit
import FeatureModel
import StorageAPI
import StorageContract
import Synchronization

@testable import RedisConnector

/// What the storage contract needs to know of Redis: a server of the clause's own, with a password, behind a proxy
/// that can cut the connection.
final class RedisHarness: StoreHarness {
    private static let password = "open-sesame-7"

    let card = RedisConnector.card
    let abilities: HarnessAbilities = [.severing, .unreachablePlace]
    let secrets = [RedisHarness.password]

    private let server: RedisServer
    private let proxy: FaultyProxy
    private let databases = Mutex(0)

    /// Starts the server, or skips the test where there is none to start.
    init() throws {
        server = try MissingBackend.orSkip {
            try RedisServer(password: Self.password, arguments: ["--databases", "64"])
        }
        proxy = try FaultyProxy(to: server.port)
    }

    func makePlace() async throws -> ConnectorCard.Place {
        let database = databases.withLock { count in
            count += 1
            return count
        }
        return place(port: proxy.port, database: database)
    }

    func removePlace(_ place: ConnectorCard.Place) async {
        _ = try? server.cli(["FLUSHDB"], database: place.config["database"].flatMap { Int($0) } ?? 0)
    }

    func sever(_ place: ConnectorCard.Place) async throws {
        proxy.cut()
    }

    func heal(_ place: ConnectorCard.Place) async throws {
        try proxy.mend()
    }

    func unreachablePlace() async throws -> ConnectorCard.Place {
        place(port: try LoopbackPort.free(), database: 0)
    }

    private func place(port: Int, database: Int) -> ConnectorCard.Place {
        let config = [
            "host": "127.0.0.1", "port": "\(port)", "database": "\(database)", "password": Self.password,
        ]
        return ConnectorCard.Place(store: "online", config: card.withDefaults(config), directory: "/")
    }
}
