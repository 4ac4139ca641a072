import FeatureModel
import RowCoding
import StorageAPI
import StorageLayers

/// Rows written to a Redis server, with the guard and without, beside `redis-benchmark` with values of the same size.
struct RedisWriteLine: BenchLine {
    private static let batch = 5_000

    let promises = [
        Measurement(
            "write.redis",
            "rows of 10 features that replace older ones, newest event wins; floor: redis-benchmark SET -c 1 -P 100",
            unit: .rowsPerSecond, limit: .shareOfFloor(1.0 / 3)),
        Measurement(
            "write.redis-plain", "the same rows with newest_wins: false; floor: redis-benchmark SET -c 1 -P 100",
            unit: .rowsPerSecond, limit: .shareOfFloor(1)),
    ]

    func measure(_ context: BenchContext) async throws -> [Measurement] {
        let server = try await Blocking.run { try RedisServer(in: "\(context.folder)/redis-write") }
        defer { server.stop() }
        let rows = context.scale.writtenRows
        let keys = RedisBenchmark(port: server.port, valueBytes: KafkaRows.valueBytes, keys: rows)
        let guarded = try await sink(server, context, [:])
        let plain = try await sink(server, context, ["newest_wins": "false"])
        // Every key is there from now on, so that each row replaces one.
        _ = try await rate(plain, rows: rows, round: 0)
        var (floor, withGuard, without) = (Samples(), Samples(), Samples())
        for round in 1...context.rounds {
            floor.add(try await Blocking.run { try keys.rate(of: "set", requests: rows) })
            withGuard.add(try await rate(guarded, rows: rows, round: 2 * round))
            without.add(try await rate(plain, rows: rows, round: 2 * round + 1))
        }
        await guarded.close()
        await plain.close()
        return zip(promises, [withGuard, without]).map { promise, samples in
            promise.with(.measured(product: samples.median, floor: floor.median))
        }
    }

    private func sink(
        _ server: RedisServer, _ context: BenchContext, _ settings: [String: String]
    ) async throws -> any FeatureSink {
        let card = try BenchWorkspace.card("REDIS")
        let config = ["host": "127.0.0.1", "port": "\(server.port)"].merging(settings) { $1 }
        let place = ConnectorCard.Place(store: "bench", config: card.withDefaults(config), directory: context.folder)
        let sink = try await PlugOpener(meter: StoreMeter()).openSink(card, at: place)
        try await sink.prepareWrite(CustomerSet.definition)
        return sink
    }

    /// Writes a newer row of every key.
    private func rate(_ sink: any FeatureSink, rows: Int, round: Int) async throws -> Double {
        let batches = stride(from: 0, to: rows, by: Self.batch).map { start in
            let rows = (start..<min(start + Self.batch, rows)).map { number in
                var row = CustomerSet.row(number)
                row.eventTimestamp = Timestamp(seconds: row.eventTimestamp.seconds + Int64(round))
                return row
            }
            return RowBatch(featureSet: CustomerSet.definition, rows: rows, jobID: "bench")
        }
        let stopwatch = Stopwatch()
        for batch in batches {
            let result = try await sink.write(batch)
            guard result.accepted == batch.rows.count else { throw BenchFailure("Redis did not take all rows") }
        }
        return Double(rows) / stopwatch.seconds
    }
}
