import FaultKit
import FeatureModel
import StorageAPI
import StorageContract
import Synchronization

@testable import RedisConnector

/// What the storage contract needs to know of a Redis Cluster. A cluster has one name space only, so every place is a
/// cluster of its own; those that are given back are emptied and used again. In the clear with a password, or with TLS, an
/// ACL user whose password is in a file, and a client certificate whose key is encrypted.
final class RedisClusterHarness: StoreHarness {
    private static let password = "open-sesame-8"
    private static let keyPassword = "open-barley-9"

    let card = RedisClusterConnector.card
    let abilities: HarnessAbilities = [.severing, .unreachablePlace]
    let secrets = [RedisClusterHarness.password, RedisClusterHarness.keyPassword]

    private struct State {
        var free: [RedisCluster] = []
        var used: [String: RedisCluster] = [:]
    }

    private let state = Mutex(State())
    private let settings: [String: String]
    private let start: @Sendable () throws -> RedisCluster
    /// Keeps the files.
    private let files: [TemporaryFolder]

    /// Starts the first cluster, or skips the test where there is none to start.
    convenience init() throws {
        try self.init(settings: ["password": Self.password]) {
            try RedisCluster(password: Self.password, hasProxies: true, nodeTimeout: 2000)
        }
    }

    /// Starts a cluster of masters alone that encrypts, and demands a certificate and a user.
    convenience init(signedBy authority: TestAuthority) throws {
        let client = try authority.issue()
        let tls = RedisServerTLS(
            identity: try authority.issue(for: ["IP:127.0.0.1"]), authority: authority, client: client)
        let locked = try authority.locked(client, password: Self.keyPassword)
        let folder = try TemporaryFolder()
        let settings = [
            "username": "feast", "password_file": try folder.write(Self.password + "\n", to: "password"), "tls": "true",
            "tls_ca_file": authority.certificate, "tls_cert_file": locked.certificate, "tls_key_file": locked.key,
            "tls_key_password": Self.keyPassword,
        ]
        try self.init(settings: settings, files: [folder]) {
            try RedisCluster(
                replicasPerMaster: 0, password: Self.password, user: "feast", tls: tls, hasProxies: true,
                nodeTimeout: 2000)
        }
    }

    private init(
        settings: [String: String], files: [TemporaryFolder] = [], start: @escaping @Sendable () throws -> RedisCluster
    ) throws {
        self.settings = settings
        self.files = files
        self.start = start
        let first = try MissingBackend.orSkip { try start() }
        state.withLock { $0.free = [first] }
    }

    func makePlace() async throws -> ConnectorCard.Place {
        let cluster = try state.withLock { $0.free.popLast() } ?? start()
        let place = place(cluster.ports)
        state.withLock { $0.used[place.config["connection_string"] ?? ""] = cluster }
        return place
    }

    func removePlace(_ place: ConnectorCard.Place) async {
        guard let cluster = state.withLock({ $0.used.removeValue(forKey: place.config["connection_string"] ?? "") })
        else { return }
        guard (try? cluster.mend()) != nil, (try? cluster.empty()) != nil else { return }
        state.withLock { $0.free.append(cluster) }
    }

    func sever(_ place: ConnectorCard.Place) async throws {
        state.withLock { $0.used[place.config["connection_string"] ?? ""] }?.cut()
    }

    func heal(_ place: ConnectorCard.Place) async throws {
        try state.withLock { $0.used[place.config["connection_string"] ?? ""] }?.mend()
    }

    func unreachablePlace() async throws -> ConnectorCard.Place {
        place([try LoopbackPort.free(), try LoopbackPort.free()])
    }

    private func place(_ ports: [Int]) -> ConnectorCard.Place {
        RedisClusterFixture.place(
            ports.map { "127.0.0.1:\($0)" }.joined(separator: ","),
            settings.merging(["cluster_timeout_ms": "1500"]) { $1 })
    }
}
