import FeatureModel
import RowCoding
import StorageAPI

/// Reads the newest rows from a Redis Cluster, each from the node that holds its key.
final class RedisClusterOnlineRetriever: OnlineRetriever {
    private static let operation = "read rows"

    private let connections: ClusterConnections
    private let latest = LatestReadPlan()

    init(connections: ClusterConnections) {
        self.connections = connections
    }

    /// How often the cluster did not answer at once.
    var counts: ClusterCounts { connections.counts }

    func read(_ request: OnlineRequest) async throws(StoreError) -> [OnlineRow?] {
        guard !request.keys.isEmpty else { return [] }
        let plan = latest.plan(for: request)
        let failure = connections.failure
        guard request.keys.allSatisfy(plan.codec.fits) else {
            throw failure.error(
                .rejected, .permanent, operation: Self.operation,
                message: "a key has not as many values as \(request.featureSet.reference) has entities")
        }
        let call = ClusterCall(
            connections: connections, requests: Self.requests(request.keys, plan),
            readsReplicas: connections.configuration.readsReplicas)
        let answers: [ClusterReadAnswer]
        do throws(ClusterTrouble) {
            answers = try await call.answers()
        } catch {
            throw failure.error(error, operation: Self.operation)
        }
        return try rows(of: answers, to: request)
    }

    func close() async {
        await connections.close()
    }

    /// `MGET` of a single key, for it reads a key that holds no string as absent, as on a single server.
    private static func requests(
        _ keys: [EntityKey], _ plan: RedisReadPlan
    ) -> ClusterRequests<ClusterReadAnswer> {
        let keys = keys.map { plan.codec.bytes(of: $0) }
        return ClusterRequests(slots: keys.map { $0.withUnsafeBytes(ClusterSlot.of) }) { index, _, buffer in
            buffer.request(argumentCount: 2)
            buffer.argument("MGET")
            buffer.argument(keys[index])
        } read: { _, reply throws(RedisFault) in
            try ClusterReadAnswer(reply, plan: plan)
        }
    }

    private func rows(
        of answers: [ClusterReadAnswer], to request: OnlineRequest
    ) throws(StoreError) -> [OnlineRow?] {
        var rows: [OnlineRow?] = []
        rows.reserveCapacity(answers.count)
        for answer in answers {
            switch answer {
            case .row(let row): rows.append(row)
            case .corrupted(let fault):
                throw connections.failure.error(
                    .corrupted, .permanent, operation: Self.operation,
                    message: "what is stored for a key of \(request.featureSet.reference) is no row: \(fault)")
            case .fault(let fault): throw connections.failure.error(fault, operation: Self.operation)
            }
        }
        return rows
    }
}
