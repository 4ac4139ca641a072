import FeatureModel
import RowCoding
import StorageAPI

/// Writes rows to one Redis server, with Feast's keys and values, so that an older row never replaces a newer one unless the
/// store's settings say otherwise.
final class RedisFeatureSink: FeatureSink {
    private let connection: RedisConnection
    private let style: RedisWriteStyle

    init(connection: RedisConnection, style: RedisWriteStyle) {
        self.connection = connection
        self.style = style
    }

    /// Checks that the server is there and takes commands; Redis has no schema to prepare.
    func prepareWrite(_ featureSet: FeatureSet) async throws(StoreError) {
        try await connection.converse("prepare for writing") { session throws(RedisFault) in
            try session.ask("PING") { $0.text }
        }
    }

    func write(_ batch: RowBatch) async throws(StoreError) -> WriteResult {
        guard !batch.rows.isEmpty else { return WriteResult(accepted: 0) }
        let style = style
        let failed = try await connection.converse("write rows") { session throws(RedisFault) in
            try Self.send(batch, style, on: session)
        }
        return WriteResult(accepted: batch.rows.count - failed.count, failed: failed)
    }

    func close() async {
        await connection.close()
    }

    private static func send(
        _ batch: RowBatch, _ style: RedisWriteStyle, on session: RedisSession
    ) throws(RedisFault) -> [FailedElement] {
        let codec = style.codec(for: batch.featureSet)
        var plan = RedisWritePlan(batch: batch, codec: codec)
        var outcome = RedisWriteOutcome()
        var requests: [Range<Int>] = []
        let writing = RedisWriteRequest(batch: batch, codec: codec, style: style)
        try session.pipeline { _, buffer in
            guard let request = plan.nextRequest() else { return false }
            requests.append(request)
            writing.write(request, of: plan, NewestWinsScript.byDigest, into: &buffer)
            return true
        } receive: { index, reply in
            outcome.take(reply, for: requests[index])
        }
        // A server that has lost the script gets its text, and keeps it from then on.
        let open = outcome.takeOpenRequests()
        try session.pipeline(open.count) { index, buffer in
            writing.write(open[index], of: plan, NewestWinsScript.byText, into: &buffer)
        } receive: { index, reply in
            outcome.take(reply, for: open[index])
        }
        if let fault = outcome.fault { throw fault }
        let refused = outcome.refusedEntries.map { entry, refusal in
            FailedElement(index: plan.entries[entry].row, reason: .rejected, message: refusal.message)
        }
        return (plan.failed + refused).sorted { $0.index < $1.index }
    }
}
