import FaultKit
import FeatureModel
import StorageAPI
import StorageContract
import Synchronization

@testable import RedisConnector

/// What the storage contract needs to know of Redis: a server of the clause's own, with a password, behind a proxy
/// that can cut the connection; in the clear, or with TLS, an ACL user and a client certificate whose key is encrypted.
final class RedisHarness: StoreHarness {
    private static let password = "open-sesame-7"
    private static let keyPassword = "open-barley-8"

    let card = RedisConnector.card
    let abilities: HarnessAbilities = [.severing, .unreachablePlace]
    let secrets = [RedisHarness.password, RedisHarness.keyPassword]

    private let server: RedisServer
    private let proxy: FaultyProxy
    private let databases = Mutex(0)
    private let settings: [String: String]
    /// Keeps the files.
    private let identity: TestCertificate?

    /// Starts the server, or skips the test where there is none to start.
    init() throws {
        server = try MissingBackend.orSkip {
            try RedisServer(password: Self.password, arguments: ["--databases", "64"])
        }
        proxy = try FaultyProxy(to: server.port)
        settings = [:]
        identity = nil
    }

    /// Starts a server that encrypts, and demands a certificate and a user.
    init(signedBy authority: TestAuthority) throws {
        let client = try authority.issue()
        let tls = RedisServerTLS(
            identity: try authority.issue(for: ["IP:127.0.0.1"]), authority: authority, client: client)
        server = try MissingBackend.orSkip {
            let user = ["--user", "feast", "on", ">\(Self.password)", "~*", "+@all"]
            return try RedisServer(password: "another", arguments: ["--databases", "64"] + user, tls: tls)
        }
        proxy = try FaultyProxy(to: server.port)
        let locked = try authority.locked(client, password: Self.keyPassword)
        settings = [
            "username": "feast", "tls": "true", "tls_ca_file": authority.certificate,
            "tls_cert_file": locked.certificate, "tls_key_file": locked.key, "tls_key_password": Self.keyPassword,
        ]
        identity = locked
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
        ].merging(settings) { $1 }
        return ConnectorCard.Place(store: "online", config: card.withDefaults(config), directory: "/")
    }
}
