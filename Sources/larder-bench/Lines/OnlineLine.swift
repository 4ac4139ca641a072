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
            "online.redis-mget", "the same reads, beside pipelined MGETs of 100 keys through hiredis, not decoded",
            unit: .keysPerSecond, limit: .shareOfFloor(0.5)),
        Measurement(
            "online.redis-stream", "the same reads, beside redis-benchmark GET -c 1 -P 100 of values of that size",
            unit: .keysPerSecond, limit: .shareOfFloor(1)),
        Measurement(
            "online.redis-one-key",
            "one key x 10 features, decoded, within the layers; floor: a bare client's round trip",
            unit: .microseconds, limit: .timesFloor(1.3)),
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
        let benchmark = RedisBenchmark(
            port: server.port, valueBytes: KafkaRows.valueBytes, keys: context.scale.onlineKeys)
        let requests = Self.keysPerRead * context.scale.onlineReads
        _ = try await Blocking.run { try benchmark.rate(of: "set", requests: requests) }
        var (single, hundreds, stream, product) = (Samples(), Samples(), Samples(), Samples())
        var (oneKey, roundTrip) = (Samples(), Samples())
        for _ in 1...context.rounds {
            single.add(try await bareRate(port: server.port, .single, context.scale))
            hundreds.add(try await hiredisRate(port: server.port, context.scale))
            stream.add(try await Blocking.run { try benchmark.rate(of: "get", requests: requests) })
            product.add(try await productRate(retriever, context.scale))
            roundTrip.add(try await bareRoundTrip(port: server.port, context.scale))
            oneKey.add(try await oneKeyTime(retriever, context.scale))
        }
        await retriever.close()
        let rates = zip(promises, [single, hundreds, stream]).map { promise, floor in
            promise.with(.measured(product: product.median, floor: floor.median))
        }
        return rates + [promises[3].with(.measured(product: oneKey.median, floor: roundTrip.median))]
    }

    private func hiredisRate(port: UInt16, _ scale: Scale) async throws -> Double {
        let encoder = RedisKeyEncoder(featureSet: CustomerSet.definition)
        let requests = (0..<scale.onlineReads).map { read in
            BareRedisClient.request(
                numbers(ofRead: read, scale).map { encoder.bytes(of: CustomerSet.key($0)) }, .hundreds)
        }
        return try await Blocking.run {
            let client = try BareHiredisReads(port: port)
            let stopwatch = Stopwatch()
            // The PING behind the requests has an answer, too.
            for request in requests { try client.ask(request, answers: Self.keysPerRead / 100 + 1) }
            return Double(Self.keysPerRead * requests.count) / stopwatch.seconds
        }
    }

    /// The median of many, in microseconds.
    private func bareRoundTrip(port: UInt16, _ scale: Scale) async throws -> Double {
        let encoder = RedisKeyEncoder(featureSet: CustomerSet.definition)
        let requests = (0..<scale.onlineReads * 10).map { number in
            let key = encoder.bytes(of: CustomerSet.key(number % scale.onlineKeys))
            return Array("*2\r\n$3\r\nGET\r\n$\(key.count)\r\n".utf8) + key + Array("\r\n".utf8)
        }
        return try await Blocking.run {
            let socket = try LoopbackSocket(port: port)
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            var samples = Samples()
            for request in requests {
                let stopwatch = Stopwatch()
                try socket.send(request)
                guard try socket.receive(into: &buffer, at: 0) > 10 else { throw BenchFailure("there is no value") }
                samples.add(stopwatch.seconds * 1_000_000)
            }
            return samples.median
        }
    }

    private func oneKeyTime(_ retriever: any OnlineRetriever, _ scale: Scale) async throws -> Double {
        var samples = Samples()
        for number in 0..<scale.onlineReads * 10 {
            let request = OnlineRequest(
                featureSet: CustomerSet.definition, keys: [CustomerSet.key(number % scale.onlineKeys)],
                features: Array(0..<10))
            let stopwatch = Stopwatch()
            guard try await retriever.read(request).first??.values.count == 10 else {
                throw BenchFailure("Redis gave no row of ten values")
            }
            samples.add(stopwatch.seconds * 1_000_000)
        }
        return samples.median
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
