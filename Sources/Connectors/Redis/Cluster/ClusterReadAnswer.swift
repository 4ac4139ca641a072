import RowCoding
import StorageAPI

/// What a node said for one key.
enum ClusterReadAnswer: Sendable {
    case row(OnlineRow?)
    /// What is stored is no row.
    case corrupted(RowDecodingError)
    case fault(RedisFault)

    /// Reads the reply to `MGET` of one key.
    ///
    /// - Throws: `unexpectedReply` for one of another shape.
    init(_ reply: ReplyView, plan: RedisReadPlan) throws(RedisFault) {
        switch reply.content {
        case .array(let values) where values.count == 1:
            var row: OnlineRow?
            let problem = try plan.decode(values) { row = $0 }
            self = problem.map(ClusterReadAnswer.corrupted) ?? .row(row)
        case .error(let text): self = .fault(.refused(ServerRefusal(serverText: text)))
        default: throw .unexpectedReply
        }
    }
}
