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
            switch plan.decoded(values[0]) {
            case .success(let row): self = .row(row)
            case .failure(let error): self = .corrupted(error)
            }
        case .error(let text): self = .fault(.refused(ServerRefusal(serverText: text)))
        default: throw .unexpectedReply
        }
    }
}
