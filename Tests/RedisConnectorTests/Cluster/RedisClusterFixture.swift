import Dispatch
import FaultKit
import FeatureModel
import RowCoding
import StorageAPI
import Testing

@testable import RedisConnector

/// A real cluster and what talks to it.
struct RedisClusterFixture {
    let cluster: RedisCluster

    /// Starts a cluster of three masters with a replica each, or skips the test where there is none to start.
    init() throws {
        cluster = try MissingBackend.orSkip { try RedisCluster() }
    }

    /// Starts a cluster as ``init()`` does, without holding a thread of Swift's tasks meanwhile.
    static func started() async throws -> RedisClusterFixture {
        do {
            return RedisClusterFixture(try await aside { try RedisCluster() })
        } catch let missing as MissingBackend {
            return RedisClusterFixture(try MissingBackend.orSkip { throw missing })
        }
    }

    /// Talks to a cluster that was started otherwise.
    init(_ cluster: RedisCluster) {
        self.cluster = cluster
    }

    func place(_ more: [String: String] = [:], seeds: [Int]? = nil) -> ConnectorCard.Place {
        Self.place((seeds ?? cluster.ports).map { "127.0.0.1:\($0)" }.joined(separator: ","), more)
    }

    static func place(_ seeds: String, _ more: [String: String] = [:]) -> ConnectorCard.Place {
        let config = ["connection_string": seeds].merging(more) { $1 }
        return ConnectorCard.Place(
            store: "online", config: RedisClusterConnector.card.withDefaults(config), directory: "/")
    }

    func sink(_ more: [String: String] = [:], seeds: [Int]? = nil) throws -> RedisClusterFeatureSink {
        RedisClusterFeatureSink(connections: try RedisClusterConnector.connections(place(more, seeds: seeds)))
    }

    func retriever(_ more: [String: String] = [:], seeds: [Int]? = nil) throws -> RedisClusterOnlineRetriever {
        RedisClusterOnlineRetriever(connections: try RedisClusterConnector.connections(place(more, seeds: seeds)))
    }

    /// A row for each place, with the same number as value and event time.
    static func batch(_ places: Range<Int64>, value: Int64) -> RowBatch {
        RedisFixture.batch(
            places.map { RedisFixture.row($0, visits: value, at: Timestamp(seconds: value)) })
    }

    /// What is stored for places.
    static func values(
        _ places: Range<Int64>, _ retriever: RedisClusterOnlineRetriever
    ) async throws -> [Int64?] {
        try await retriever.read(RedisFixture.request(Array(places))).map { row in
            guard case .int64(let value)?? = row?.values.first else { return nil }
            return value
        }
    }

    /// Does what blocks on a thread of its own.
    static func aside<Answer: Sendable>(_ body: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "aside").async { continuation.resume(with: Result { try body() }) }
        }
    }

    /// Those of some places whose keys a node holds.
    func places(_ places: some Sequence<Int64>, heldBy node: Int) throws -> [Int64] {
        let line = try cluster.ask(node, "CLUSTER", "NODES").split(separator: "\n").first { $0.contains("myself") }
        let ranges = (line?.split(separator: " ").dropFirst(8) ?? []).compactMap { text -> ClosedRange<Int>? in
            let bounds = text.split(separator: "-").compactMap { Int($0) }
            return bounds.isEmpty ? nil : bounds[0]...bounds[bounds.count - 1]
        }
        return places.filter { place in ranges.contains { $0.contains(Self.slot(of: place)) } }
    }

    static func slot(of place: Int64) -> Int {
        key(of: place).withUnsafeBytes(ClusterSlot.of)
    }

    static func key(of place: Int64) -> [UInt8] {
        RedisRowCodec(featureSet: RedisFixture.places, encoding: .v1).bytes(of: EntityKey([.int64(place)]))
    }
}
