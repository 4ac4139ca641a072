import FeatureModel
import RowCoding
import StorageAPI

/// Writes rows to a Redis Cluster, each to the master of its key, so that an older row never replaces a newer one unless the
/// store's settings say otherwise.
final class RedisClusterFeatureSink: FeatureSink {
    private static let operation = "write rows"

    private let connections: ClusterConnections

    init(connections: ClusterConnections) {
        self.connections = connections
    }

    /// How often the cluster did not answer at once.
    var counts: ClusterCounts { connections.counts }

    /// Checks that a server of the cluster is there and tells who holds which slots.
    func prepareWrite(_ featureSet: FeatureSet) async throws(StoreError) {
        let nodes = connections.configuration.seeds + (connections.known?.map.nodes ?? [])
        switch await ClusterMapQuestion.ask(nodes, through: connections) {
        case .told(let map): _ = connections.learn(map)
        case .silent(let faults):
            throw connections.failure.error(.silent(faults), operation: "prepare for writing")
        case .hopeless(let trouble): throw connections.failure.error(trouble, operation: "prepare for writing")
        }
    }

    func write(_ batch: RowBatch) async throws(StoreError) -> WriteResult {
        guard !batch.rows.isEmpty else { return WriteResult(accepted: 0) }
        let style = connections.configuration.writing
        let codec = style.codec(for: batch.featureSet)
        let plan = Self.plan(batch, codec)
        let call = ClusterCall(
            connections: connections,
            requests: Self.requests(plan, RedisWriteRequest(batch: batch, codec: codec, style: style)))
        let answers: [RedisWriteOutcome]
        do throws(ClusterTrouble) {
            answers = try await call.answers()
        } catch {
            throw connections.failure.error(error, operation: Self.operation)
        }
        let failed = plan.failed + (try refused(answers, plan))
        return WriteResult(accepted: batch.rows.count - failed.count, failed: failed.sorted { $0.index < $1.index })
    }

    func close() async {
        await connections.close()
    }

    /// The whole batch at once, so that every key is written once: what is tried again cannot come after a newer row of
    /// its key.
    private static func plan(_ batch: RowBatch, _ codec: RedisRowCodec) -> RedisWritePlan {
        var plan = RedisWritePlan(batch: batch, codec: codec, sizes: .init(rowsPerPart: batch.rows.count))
        while plan.nextRequest() != nil {}
        return plan
    }

    /// One key per request: all keys of a script must be of one slot, and slots may be on their way.
    private static func requests(
        _ plan: RedisWritePlan, _ writing: RedisWriteRequest
    ) -> ClusterRequests<RedisWriteOutcome> {
        let slots = plan.entries.map { entry in plan.keys.withBytes(of: entry.key, ClusterSlot.of) }
        return ClusterRequests(slots: slots, haveScript: true) { index, withScript, buffer in
            writing.write(
                index..<index + 1, of: plan, withScript ? NewestWinsScript.byText : NewestWinsScript.byDigest,
                into: &buffer)
        } read: { index, reply throws(RedisFault) in
            var outcome = RedisWriteOutcome()
            outcome.take(reply, for: index..<index + 1)
            if outcome.fault == .unexpectedReply { throw .unexpectedReply }
            return outcome
        }
    }

    private func refused(
        _ outcomes: [RedisWriteOutcome], _ plan: RedisWritePlan
    ) throws(StoreError) -> [FailedElement] {
        var failed: [FailedElement] = []
        for outcome in outcomes {
            if let fault = outcome.fault { throw connections.failure.error(fault, operation: Self.operation) }
            for (entry, refusal) in outcome.refusedEntries {
                failed.append(
                    FailedElement(index: plan.entries[entry].row, reason: .rejected, message: refusal.message))
            }
        }
        return failed
    }
}
