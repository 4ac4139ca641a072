import FeatureModel
import RowCoding
import StorageAPI

/// Reads the newest rows from one Redis server, written by this connector or by any Feast up to 0.6.2.
final class RedisOnlineRetriever: OnlineRetriever {
    /// Keys per request: enough to cost little per key, few enough that the first answers are decoded while the server
    /// looks for the next.
    static let keysPerRequest = 100

    private let connection: RedisConnection
    private let failure: RedisFailure
    private let latest = LatestReadPlan()

    init(connection: RedisConnection, failure: RedisFailure) {
        self.connection = connection
        self.failure = failure
    }

    func read(_ request: OnlineRequest) async throws(StoreError) -> [OnlineRow?] {
        guard !request.keys.isEmpty else { return [] }
        let plan = latest.plan(for: request)
        guard request.keys.allSatisfy(plan.codec.fits) else {
            throw failure.error(
                .rejected, .permanent, operation: "read rows",
                message: "a key has not as many values as \(request.featureSet.reference) has entities")
        }
        let answer = try await connection.converse("read rows") { session throws(RedisFault) in
            try Self.ask(request.keys, plan, on: session)
        }
        if let fault = answer.fault {
            throw failure.error(
                .corrupted, .permanent, operation: "read rows",
                message: "what is stored for a key of \(request.featureSet.reference) is no row: \(fault)")
        }
        return answer.rows
    }

    func close() async {
        await connection.close()
    }

    private static func ask(
        _ keys: [EntityKey], _ plan: RedisReadPlan, on session: RedisSession
    ) throws(RedisFault) -> RedisReadAnswer {
        var answer = RedisReadAnswer(plan, keys: keys.count)
        var refused: RedisFault?
        func range(_ index: Int) -> Range<Int> {
            index * keysPerRequest..<min((index + 1) * keysPerRequest, keys.count)
        }
        try session.pipeline((keys.count + keysPerRequest - 1) / keysPerRequest) { index, buffer in
            let range = range(index)
            buffer.request(argumentCount: 1 + range.count)
            buffer.argument("MGET")
            for key in keys[range] {
                buffer.argument(size: plan.codec.size(of: key)) { plan.codec.write(key, into: $0) }
            }
        } receive: { index, reply in
            switch reply.content {
            case .array(let values) where values.count == range(index).count: answer.take(values)
            case .error(let text): refused = refused ?? .refused(ServerRefusal(serverText: text))
            default: refused = refused ?? .unexpectedReply
            }
        }
        if let refused { throw refused }
        return answer
    }
}
