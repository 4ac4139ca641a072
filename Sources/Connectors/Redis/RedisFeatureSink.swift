import FeatureModel
import RowCoding
import StorageAPI

/// Writes rows to one Redis server, with Feast's keys and values, so that an older row never replaces a newer one.
final class RedisFeatureSink: FeatureSink {
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
        let encoding = encoding
        let failed = try await connection.converse("write rows") { session throws(RedisFault) in
            try Self.send(batch, encoding, on: session)
        }
        return WriteResult(accepted: batch.rows.count - failed.count, failed: failed)
    }

    func close() async {
        await connection.close()
    }

    private static func send(
        _ batch: RowBatch, _ encoding: RedisValueEncoding, on session: RedisSession
    ) throws(RedisFault) -> [FailedElement] {
        let codec = RedisRowCodec(featureSet: batch.featureSet, encoding: encoding)
        var plan = RedisWritePlan(batch: batch, codec: codec)
        var outcome = RedisWriteOutcome()
        var requests: [Range<Int>] = []
        try session.pipeline { _, buffer in
            guard let request = plan.nextRequest() else { return false }
            requests.append(request)
            write(request, of: plan, as: NewestWinsScript.byDigest, batch: batch, codec: codec, into: &buffer)
            return true
        } receive: { index, reply in
            outcome.take(reply, for: requests[index])
        }
        // A server that has lost the script gets its text, and keeps it from then on.
        let open = outcome.takeOpenRequests()
        try session.pipeline(open.count) { index, buffer in
            write(open[index], of: plan, as: NewestWinsScript.byText, batch: batch, codec: codec, into: &buffer)
        } receive: { index, reply in
            outcome.take(reply, for: open[index])
        }
        if let fault = outcome.fault { throw fault }
        let refused = outcome.refusedEntries.map { entry, refusal in
            FailedElement(index: plan.entries[entry].row, reason: .rejected, message: refusal.message)
        }
        return (plan.failed + refused).sorted { $0.index < $1.index }
    }

    private static func write(
        _ places: Range<Int>, of plan: RedisWritePlan, as command: NewestWinsScript.Command, batch: RowBatch,
        codec: RedisRowCodec, into buffer: inout RequestBuffer
    ) {
        buffer.request(argumentCount: 3 + 2 * places.count)
        buffer.argument(command.name)
        buffer.argument(command.script)
        buffer.argument(Int64(places.count))
        for entry in plan.entries[places] { plan.keys.withBytes(of: entry.key) { buffer.argument($0) } }
        for entry in plan.entries[places] {
            buffer.argument(size: entry.valueSize) { codec.writeValue(of: batch.rows[entry.row], into: $0) }
        }
    }
}
