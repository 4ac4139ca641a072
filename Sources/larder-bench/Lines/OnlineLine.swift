import FeatureModel
import RowCoding
import StorageAPI
import StorageLayers

/// Online reads from a Redis server, beside a bare client.
struct OnlineLine: BenchLine {
    private static let keysPerRead = 1_000

    let promises = [
        Measurement(
            "online.redis",
            "reads of 1000 keys x 10 features, decoded, within the layers of production; floor: a bare client's pipelined GETs",
            unit: .keysPerSecond, limit: .shareOfFloor(0.5)),
        Measurement(
            "online.redis-mget", "the same reads, for comparison beside a bare client's MGETs of 100 keys",
            unit: .keysPerSecond, limit: .comparison),
    ]

    func measure(_ context: BenchContext) async throws -> [Measurement] {
        let directory = "\(context.folder)/redis"
        let server = try await Blocking.run { try RedisServer(in: directory) }
        defer { server.stop() }
        let place = ConnectorCard.Place(
            store: "bench", config: ["host": "127.0.0.1", "port": "\(server.port)"], directory: context.folder)
        let card = try BenchWorkspace.card("REDIS")
        let opener = PlugOpener(meter: StoreMeter())
        let settled = ConnectorCard.Place(
            store: place.store, config: card.withDefaults(place.config), directory: place.directory)
        try await fill(try await opener.openSink(card, at: settled), keys: context.scale.onlineKeys)
        let retriever = try await opener.openOnlineRetriever(card, at: settled)
        var (single, hundreds, product) = (Samples(), Samples(), Samples())
        for _ in 1...context.rounds {
            single.add(try await bareRate(port: server.port, .single, context.scale))
            hundreds.add(try await bareRate(port: server.port, .hundreds, context.scale))
            product.add(try await productRate(retriever, context.scale))
        }
        await retriever.close()
        return zip(promises, [single, hundreds]).map { promise, floor in
            promise.with(.measured(product: product.median, floor: floor.median))
        }
    }

    private func fill(_ sink: any FeatureSink, keys: Int) async throws {
        try await sink.prepareWrite(CustomerSet.definition)
        let rows = (0..<keys).map(CustomerSet.row)
        let result = try await sink.write(RowBatch(featureSet: CustomerSet.definition, rows: rows, jobID: "bench"))
        guard result.accepted == keys else { throw BenchFailure("Redis took \(result.accepted) rows of \(keys)") }
        await sink.close()
    }

    /// The numbers of the keys of a read, spread over all.
    private func numbers(ofRead read: Int, _ scale: Scale) -> [Int] {
        (0..<Self.keysPerRead).map { ($0 * 7 + read * 131) % scale.onlineKeys }
    }

    private func bareRate(
        port: UInt16, _ style: BareRedisClient.Style, _ scale: Scale
    ) async throws -> Double {
        let encoder = RedisKeyEncoder(featureSet: CustomerSet.definition)
        let requests = (0..<scale.onlineReads).map { read in
            BareRedisClient.request(numbers(ofRead: read, scale).map { encoder.bytes(of: CustomerSet.key($0)) }, style)
        }
        return try await Blocking.run {
            let client = try BareRedisClient(port: port)
            let stopwatch = Stopwatch()
            for request in requests {
                guard try client.ask(request) > Self.keysPerRead * 10 else {
                    throw BenchFailure("the bare client got no values")
                }
            }
            return Double(Self.keysPerRead * requests.count) / stopwatch.seconds
        }
    }

    private func productRate(_ retriever: any OnlineRetriever, _ scale: Scale) async throws -> Double {
        let requests = (0..<scale.onlineReads).map { read in
            OnlineRequest(
                featureSet: CustomerSet.definition, keys: numbers(ofRead: read, scale).map(CustomerSet.key),
                features: Array(0..<10))
        }
        let stopwatch = Stopwatch()
        for request in requests {
            let rows = try await retriever.read(request)
            guard rows.last??.values.count == 10 else { throw BenchFailure("Redis gave no row of ten values") }
        }
        return Double(Self.keysPerRead * requests.count) / stopwatch.seconds
    }
}
