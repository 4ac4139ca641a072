import FeatureModel
import RowCoding
import StorageAPI

/// The rows of a question, as the server's answers come in.
struct RedisReadAnswer: Sendable {
    /// One per key so far, in the order of the keys.
    private(set) var rows: [OnlineRow?] = []
    /// What is wrong with the first value that is no row.
    private(set) var fault: RowDecodingError?

    private let plan: RedisReadPlan

    init(_ plan: RedisReadPlan, keys: Int) {
        self.plan = plan
        rows.reserveCapacity(keys)
    }

    /// Decodes the values in the reply to `MGET` of the next keys, straight from the reply's memory.
    ///
    /// - Throws: `refused` by the server; `unexpectedReply` for a reply of another shape.
    mutating func take(_ reply: ReplyView, count: Int) throws(RedisFault) {
        switch reply.content {
        case .array(let values) where values.count == count:
            let problem = try plan.decode(values) { rows.append($0) }
            fault = fault ?? problem
        case .error(let text): throw .refused(ServerRefusal(serverText: text))
        default: throw .unexpectedReply
        }
    }
}
