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
        let keys = request.keys
        let opening = ConversationOpening(count: Self.requests(for: keys)) { index, buffer in
            Self.write(keys, index, plan, into: &buffer)
        }
        let answer = try await connection.converse("read rows", opening: opening) { session throws(RedisFault) in
            try Self.ask(keys, plan, on: session)
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
        var fault: RedisFault?
        try session.pipeline(requests(for: keys)) { index, buffer in
            write(keys, index, plan, into: &buffer)
        } receive: { index, reply in
            do throws(RedisFault) {
                try answer.take(reply, count: range(index, of: keys).count)
            } catch {
                // What has another shape outweighs a refusal: the replies behind it may be another call's.
                fault = error == .unexpectedReply ? error : fault ?? error
            }
        }
        if let fault { throw fault }
        return answer
    }

    private static func requests(for keys: [EntityKey]) -> Int { (keys.count + keysPerRequest - 1) / keysPerRequest }

    /// The keys that a request asks for.
    private static func range(_ request: Int, of keys: [EntityKey]) -> Range<Int> {
        request * keysPerRequest..<min((request + 1) * keysPerRequest, keys.count)
    }

    private static func write(
        _ keys: [EntityKey], _ request: Int, _ plan: RedisReadPlan, into buffer: inout RequestBuffer
    ) {
        let range = range(request, of: keys)
        buffer.request(argumentCount: 1 + range.count)
        buffer.argument("MGET")
        for key in keys[range] {
            buffer.argument(size: plan.codec.size(of: key)) { plan.codec.write(key, into: $0) }
        }
    }
}
