import FeatureModel
import RowCoding
import StorageAPI

/// Writes rows to one Redis server, with Feast's keys and values, so that an older row never replaces a newer one.
final class RedisFeatureSink: FeatureSink {
    /// Rows per request: enough that a script call costs little per row, few enough that the server is never held up
    /// for a noticeable time.
    static let rowsPerRequest = 64
    /// Bytes after which a request is full before it has as many rows.
    static let bytesPerRequest = 256 << 10

    private let connection: RedisConnection
    private let encoding: RedisValueEncoding

    init(connection: RedisConnection, encoding: RedisValueEncoding) {
        self.connection = connection
        self.encoding = encoding
    }

    /// Checks that the server is there and takes commands; Redis has no schema to prepare.
    func prepareWrite(_ featureSet: FeatureSet) async throws(StoreError) {
        try await connection.converse("prepare for writing") { session throws(RedisFault) in
            try session.ask("PING") { $0.text }
        }
    }

    func write(_ batch: RowBatch) async throws(StoreError) -> WriteResult {
        guard !batch.rows.isEmpty else { return WriteResult(accepted: 0) }
        let codec = RedisRowCodec(featureSet: batch.featureSet, encoding: encoding)
        let plan = RedisWritePlan(batch: batch, codec: codec)
        let refused = try await connection.converse("write rows") { session throws(RedisFault) in
            try Self.send(plan, batch: batch, codec: codec, on: session)
        }
        let failed = (plan.failed + refused).sorted { $0.index < $1.index }
        return WriteResult(accepted: batch.rows.count - failed.count, failed: failed)
    }

    func close() async {
        await connection.close()
    }

    private static func send(
        _ plan: RedisWritePlan, batch: RowBatch, codec: RedisRowCodec, on session: RedisSession
    ) throws(RedisFault) -> [FailedElement] {
        var outcome = RedisWriteOutcome()
        var requests = plan.requests(rows: rowsPerRequest, bytes: bytesPerRequest)
        // A server that has lost the script gets its text with the second attempt, and keeps it from then on.
        for command in [NewestWinsScript.byDigest, NewestWinsScript.byText] where !requests.isEmpty {
            try session.pipeline(requests.count) { index, buffer in
                write(requests[index], of: plan, as: command, batch: batch, codec: codec, into: &buffer)
            } receive: { index, reply in
                outcome.take(reply, for: requests[index])
            }
            requests = outcome.takeOpenRequests()
        }
        if let fault = outcome.fault { throw fault }
        return outcome.refusedEntries.map { entry, refusal in
            FailedElement(index: plan.entries[entry].row, reason: .rejected, message: refusal.message)
        }
    }

    private static func write(
        _ places: Range<Int>, of plan: RedisWritePlan, as command: NewestWinsScript.Command, batch: RowBatch,
        codec: RedisRowCodec, into buffer: inout RequestBuffer
    ) {
        buffer.request(argumentCount: 3 + 2 * places.count)
        buffer.argument(command.name)
        buffer.argument(command.script)
        buffer.argument(Int64(places.count))
        for place in places { plan.keys.withBytes(of: place) { buffer.argument($0) } }
        for entry in plan.entries[places] {
            buffer.argument(size: entry.valueSize) { codec.writeValue(of: batch.rows[entry.row], into: $0) }
        }
    }
}
