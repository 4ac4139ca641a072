import RowCoding
import StorageAPI

/// What a node said for one key.
enum ClusterReadAnswer: Sendable {
    case row(OnlineRow?)
    /// What is stored is no row.
    case corrupted(RowDecodingError)
    case fault(RedisFault)

    /// Reads the reply to `MGET` of one key.
    init(_ reply: ReplyView, plan: RedisReadPlan) {
        switch reply.content {
        case .array(let values) where values.count == 1:
            var answer = ClusterReadAnswer.row(nil)
            plan.decode(values) { result in
                switch result {
                case .success(let row): answer = .row(row)
                case .failure(let error): answer = .corrupted(error)
                }
            }
            self = answer
        case .error(let text): self = .fault(.refused(ServerRefusal(serverText: text)))
        default: self = .fault(.unexpectedReply)
        }
    }
}
