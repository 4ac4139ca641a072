import FaultKit
import FeatureModel
import StorageAPI
import StorageContract
import Synchronization

@testable import RedisConnector

/// What the storage contract needs to know of a Redis Cluster. A cluster has one name space only, so every place is a
/// cluster of its own; those that are given back are emptied and used again.
final class RedisClusterHarness: StoreHarness {
    private static let password = "open-sesame-8"

    let card = RedisClusterConnector.card
    let abilities: HarnessAbilities = [.severing, .unreachablePlace]
    let secrets = [RedisClusterHarness.password]

    private struct State {
        var free: [RedisCluster] = []
        var used: [String: RedisCluster] = [:]
    }

    private let state = Mutex(State())

    /// Starts the first cluster, or skips the test where there is none to start.
    init() throws {
        let first = try MissingBackend.orSkip { try Self.start() }
        state.withLock { $0.free = [first] }
    }

    func makePlace() async throws -> ConnectorCard.Place {
        let cluster = try state.withLock { $0.free.popLast() } ?? Self.start()
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

    private static func start() throws -> RedisCluster {
        try RedisCluster(password: password, hasProxies: true, nodeTimeout: 2000)
    }

    private func place(_ ports: [Int]) -> ConnectorCard.Place {
        RedisClusterFixture.place(
            ports.map { "127.0.0.1:\($0)" }.joined(separator: ","),
            ["password": Self.password, "cluster_timeout_ms": "1500"])
    }
}
