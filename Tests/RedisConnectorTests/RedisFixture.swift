import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import RedisConnector

/// A real server and what talks to it.
struct RedisFixture {
    static let places = FeatureSet(
        reference: FeatureSetReference(project: "default", name: "places"),
        entities: [Entity(name: "place", type: .int64)],
        features: [Feature(name: "visits", type: .int64), Feature(name: "label", type: .string)])

    let server: RedisServer
    var settings: [String: String] = [:]

    /// Starts a server, or skips the test where there is none to start.
    init(
        password: String? = nil, arguments: [String] = [], settings: [String: String] = [:], tls: RedisServerTLS? = nil
    ) throws {
        server = try MissingBackend.orSkip { try RedisServer(password: password, arguments: arguments, tls: tls) }
        self.settings = settings
    }

    func place(_ more: [String: String] = [:]) -> ConnectorCard.Place {
        var config = ["host": "127.0.0.1", "port": "\(server.port)"]
        config.merge(settings) { $1 }
        config.merge(more) { $1 }
        return ConnectorCard.Place(
            store: "online", config: RedisConnector.card.withDefaults(config), directory: "/")
    }

    func sink(_ more: [String: String] = [:]) async throws -> any FeatureSink {
        let open = try #require(RedisConnector.card.openSink)
        return try await open(place(more))
    }

    func retriever(_ more: [String: String] = [:]) async throws -> any OnlineRetriever {
        let open = try #require(RedisConnector.card.openOnlineRetriever)
        return try await open(place(more))
    }

    static func row(
        _ place: Int64, visits: Int64?, label: String? = nil, at event: Timestamp, created: Int64 = 0,
        offset: Int64 = 0
    ) -> ValidatedRow {
        ValidatedRow(
            key: EntityKey([.int64(place)]), features: [visits.map { .int64($0) }, label.map { .string($0) }],
            eventTimestamp: event, createdTimestamp: Timestamp(seconds: created), ingestionID: "test",
            position: SourcePosition(partition: 0, offset: offset))
    }

    static func batch(_ rows: [ValidatedRow], of featureSet: FeatureSet = places) -> RowBatch {
        RowBatch(featureSet: featureSet, rows: rows, jobID: "job")
    }

    static func request(_ places: [Int64], features: [Int] = [0]) -> OnlineRequest {
        OnlineRequest(
            featureSet: Self.places, keys: places.map { EntityKey([.int64($0)]) }, features: features)
    }
}

extension [UInt8] {
    /// The bytes of hexadecimal digits.
    init(hex: String) {
        let digits = hex.compactMap(\.hexDigitValue)
        self = stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    var hex: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
